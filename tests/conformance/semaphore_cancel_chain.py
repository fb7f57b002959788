# Two permits handed over, one of the receivers cancelled before it ran: its permit goes to the third in the queue.
import asyncio

async def w(n, sem):
    try:
        await sem.acquire()
        print("got", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    sem = asyncio.Semaphore(0)
    a, b, c, d = (asyncio.create_task(w(n, sem)) for n in "abcd")
    await asyncio.sleep(0)
    sem.release()
    sem.release()
    a.cancel()
    c.cancel()
    await asyncio.wait([a, b, c, d], timeout=0.05)
    print(a.cancelled(), b.done(), c.cancelled(), d.done(), "locked", sem.locked())

asyncio.run(main())
