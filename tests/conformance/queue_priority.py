# PriorityQueue gives the smallest first; tuples are compared element by element.
import asyncio

async def main():
    q = asyncio.PriorityQueue()
    for x in (5, 1, 4, 2, 3):
        q.put_nowait(x)
    print([await q.get() for _ in range(q.qsize())])
    jobs = asyncio.PriorityQueue()
    for job in ((2, "write"), (1, "think"), (3, "sleep"), (1, "read")):
        await jobs.put(job)
    while not jobs.empty():
        print(await jobs.get())

asyncio.run(main())
