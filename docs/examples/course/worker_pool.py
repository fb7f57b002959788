# Three workers, seven jobs: join waits until each job is done, then the workers are sent home.
import asyncio


async def worker(name, jobs):
    while True:
        job = await jobs.get()
        await asyncio.sleep(job * 0.1)
        print(name, "did", job)
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for job in (5, 2, 4, 6, 7, 1, 3):
        jobs.put_nowait(job)
    workers = [asyncio.create_task(worker(name, jobs)) for name in ("ada", "bob", "eve")]
    await jobs.join()
    for one in workers:
        one.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all is done")


asyncio.run(main())
