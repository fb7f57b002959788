# A pool of workers on one queue: as many jobs at a time as there are workers, no job waits for a slow slice.
import asyncio

async def worker(n, jobs, results):
    while True:
        job = await jobs.get()
        await asyncio.sleep(job / 1000)
        results.append(job)
        print("worker", n, "did", job)
        jobs.task_done()

async def main():
    jobs, results = asyncio.Queue(), []
    for job in (50, 10, 10, 15, 40):
        jobs.put_nowait(job)
    workers = [asyncio.create_task(worker(n, jobs, results)) for n in range(2)]
    await jobs.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(results, [w.cancelled() for w in workers])

asyncio.run(main())
