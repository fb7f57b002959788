# Tasks take turns: each runs until it awaits something that is not there yet.
import asyncio


async def count(name):
    for number in range(1, 4):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    left = asyncio.create_task(count("left"))
    right = asyncio.create_task(count("right"))
    print("nothing has run yet")
    await left
    await right


asyncio.run(main())
