# A task may add others to its group: the block ends when the last of them has ended.
import asyncio


async def walk(group, folder, depth):
    await asyncio.sleep(0.1)
    print(folder)
    if depth == 0:
        return
    for name in ("a", "b"):
        group.create_task(walk(group, folder + "/" + name, depth - 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(walk(group, "home", 2))
    print("seen all")


asyncio.run(main())
