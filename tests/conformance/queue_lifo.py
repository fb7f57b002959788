# LifoQueue gives the last one first; a waiting getter still gets what comes next.
import asyncio

async def getter(n, q):
    print(n, "got", await q.get())

async def main():
    q = asyncio.LifoQueue(3)
    for x in "abc":
        await q.put(x)
    print("full", q.full(), [await q.get() for _ in range(3)])
    t = asyncio.create_task(getter("waiter", q))
    await asyncio.sleep(0)
    q.put_nowait("d")
    q.put_nowait("e")
    await t
    print("left", q.get_nowait())

asyncio.run(main())
