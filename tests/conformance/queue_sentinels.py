# Ending several consumers with sentinels: one for each of them.
import asyncio

async def consumer(n, q):
    total = 0
    while (x := await q.get()) is not None:
        total += x
        await asyncio.sleep(0)
    print("consumer", n, "ends")
    return total

async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(consumer(n, q)) for n in range(3)]
    for x in range(1, 11):
        await q.put(x)
    for _ in ts:
        await q.put(None)
    print("sum", sum(await asyncio.gather(*ts)), "left", q.qsize())

asyncio.run(main())
