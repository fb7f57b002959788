# Limiting concurrency: slices wait for their slowest member, a semaphore does not.
import asyncio

order = []

async def job(n, ms):
    await asyncio.sleep(ms / 1000)
    order.append(n)

async def limited(sem, n, ms):
    async with sem:
        await job(n, ms)

async def main():
    global order
    jobs = [("a", 60), ("b", 10), ("c", 10), ("d", 20)]
    for i in range(0, 4, 2):
        await asyncio.gather(*(job(*j) for j in jobs[i:i + 2]))
    print("slices", order)
    order, sem = [], asyncio.Semaphore(2)
    await asyncio.gather(*(limited(sem, *j) for j in jobs))
    print("semaphore", order)

asyncio.run(main())
