# A bounded queue slows the producer down to the consumer's pace (back-pressure).
import asyncio

async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i, "size", q.qsize())
    await q.put(None)

async def consumer(q):
    while (x := await q.get()) is not None:
        await asyncio.sleep(0.01)
        print("consumed", x)

async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q), consumer(q))
    print("maxsize", q.maxsize, "empty", q.empty())

asyncio.run(main())
