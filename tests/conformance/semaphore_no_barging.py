# release() hands the permit to the waiter; whoever asks right afterwards has to queue, though it has not run yet.
import asyncio

async def w(n, sem):
    await sem.acquire()
    print("got", n)

async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    a = asyncio.create_task(w("a", sem))
    await asyncio.sleep(0)
    sem.release()
    print("released: locked", sem.locked())
    b = asyncio.create_task(w("b", sem))
    m = asyncio.create_task(w("c", sem))
    await asyncio.sleep(0.01)
    print("done", a.done(), b.done(), m.done())
    sem.release()
    sem.release()
    await asyncio.gather(a, b, m)

asyncio.run(main())
