# Several permits released at once go to the waiters in their order, all in one iteration.
import asyncio

async def w(n, sem):
    await sem.acquire()
    print("got", n)

async def main():
    sem = asyncio.Semaphore(0)
    print("locked", sem.locked())
    ts = [asyncio.create_task(w(n, sem)) for n in "abcd"]
    await asyncio.sleep(0)
    for _ in range(3):
        sem.release()
    print("released three")
    await asyncio.sleep(0)
    print("one iteration later, done", [t.done() for t in ts], "locked", sem.locked())
    sem.release()
    await asyncio.gather(*ts)
    sem.release()
    print("locked", sem.locked())

asyncio.run(main())
