# sleep(0) gives up exactly one iteration: tasks take turns; a task created on the way joins at the end.
import asyncio

async def work(n, steps):
    for i in range(steps):
        print(n, i)
        if n == "b" and i == 0:
            asyncio.create_task(work("late", 2))
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(work("a", 3), work("b", 4), work("c", 2))
    print("end")

asyncio.run(main())
