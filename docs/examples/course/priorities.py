# A priority queue gives the smallest first, whenever it was put in.
import asyncio


async def doctor(waiting):
    for turn in range(4):
        urgency, name = await waiting.get()
        print(urgency, name)
        await asyncio.sleep(0.1)


async def main():
    waiting = asyncio.PriorityQueue()
    waiting.put_nowait((3, "cough"))
    waiting.put_nowait((2, "cut"))
    work = asyncio.create_task(doctor(waiting))
    await asyncio.sleep(0.05)
    waiting.put_nowait((4, "cold"))
    waiting.put_nowait((1, "heart"))
    await work


asyncio.run(main())
