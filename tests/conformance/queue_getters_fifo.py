# Waiting getters are served in their order, waiting putters too.
import asyncio

async def getter(n, q):
    print(n, "got", await q.get())

async def putter(n, q):
    await q.put(n)
    print("put", n)

async def main():
    q = asyncio.Queue(1)
    gs = [asyncio.create_task(getter(n, q)) for n in "abc"]
    await asyncio.sleep(0)
    for x in (1, 2, 3):
        await q.put(x)
        await asyncio.sleep(0.01)
    await asyncio.gather(*gs)
    ps = [asyncio.create_task(putter(n, q)) for n in "xyz"]
    await asyncio.sleep(0.01)
    for _ in range(3):
        print("main got", await q.get())
        await asyncio.sleep(0.01)
    await asyncio.gather(*ps)

asyncio.run(main())
