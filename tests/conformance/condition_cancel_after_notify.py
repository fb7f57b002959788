# A waiter that was notified and then cancelled passes the notification on: the next one is woken (3.13).
import asyncio

async def w(n, cond):
    try:
        async with cond:
            await cond.wait()
            print("woken", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    cond = asyncio.Condition()
    a, b = (asyncio.create_task(w(n, cond)) for n in "ab")
    await asyncio.sleep(0)
    async with cond:
        cond.notify(1)
        a.cancel()
    await asyncio.wait([a, b], timeout=0.05)
    print("a cancelled", a.cancelled(), "b done", b.done(), "locked", cond.locked())

asyncio.run(main())
