# A cancelled party just leaves: the barrier is not broken (unlike threading's) and waits for another one.
import asyncio

async def w(n, b):
    try:
        await b.wait()
        print("passes", n)
    except asyncio.CancelledError:
        print("cancelled", n, "waiting", b.n_waiting)
        raise

async def main():
    b = asyncio.Barrier(2)
    a = asyncio.create_task(w("a", b))
    await asyncio.sleep(0.01)
    a.cancel()
    await asyncio.wait([a])
    print("broken", b.broken, "waiting", b.n_waiting)
    c = asyncio.create_task(w("c", b))
    await asyncio.sleep(0.01)
    print("c done", c.done())
    await w("main", b)
    await c

asyncio.run(main())
