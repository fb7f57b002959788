# Ten thousand tasks with none to two yields each: all finish, those with fewer yields first.
import asyncio

async def work(n, finished):
    for _ in range(n % 3):
        await asyncio.sleep(0)
    finished.append(n)
    return n

async def main():
    finished = []
    ts = [asyncio.create_task(work(n, finished)) for n in range(10000)]
    total = sum(await asyncio.gather(*ts))
    print(total, len(finished), finished[:3], finished[-3:])
    print(len(asyncio.all_tasks()))

asyncio.run(main())
