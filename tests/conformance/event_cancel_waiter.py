# A cancelled waiter leaves the event's queue; also one cancelled after set() but before it ran.
import asyncio

async def w(n, ev):
    try:
        await ev.wait()
        print("woken", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    ev = asyncio.Event()
    a, b, c = (asyncio.create_task(w(n, ev)) for n in "abc")
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    ev.set()
    b.cancel()
    await asyncio.wait([a, b, c])
    print(a.cancelled(), b.cancelled(), c.cancelled())

asyncio.run(main())
