# A TaskGroup waits for all its tasks at the end of its block.
import asyncio


async def cook(dish, time):
    await asyncio.sleep(time)
    print(dish, "is ready")
    return dish


async def main():
    async with asyncio.TaskGroup() as group:
        soup = group.create_task(cook("soup", 0.2))
        bread = group.create_task(cook("bread", 0.1))
        print("all is on the stove")
    print("served:", soup.result(), "and", bread.result())


asyncio.run(main())
