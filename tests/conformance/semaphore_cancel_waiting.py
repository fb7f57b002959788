# Waiters cancelled in the queue take no permit: all of them go to the one that is left.
import asyncio

async def w(n, sem):
    try:
        async with sem:
            print("got", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    a, b, c = (asyncio.create_task(w(n, sem)) for n in "abc")
    await asyncio.sleep(0)
    a.cancel()
    b.cancel()
    sem.release()
    print("locked", sem.locked())
    await asyncio.wait([a, b, c])
    print(a.cancelled(), b.cancelled(), c.cancelled(), "locked", sem.locked())

asyncio.run(main())
