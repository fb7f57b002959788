# Children may add children, also when the body has ended; the group waits for all of them.
import asyncio

async def tree(tg, depth, name):
    await asyncio.sleep(0.01)
    print("node", name)
    if depth:
        tg.create_task(tree(tg, depth - 1, name + "l"))
        tg.create_task(tree(tg, depth - 1, name + "r"))

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(tree(tg, 2, "t"))
        print("body ended")
    print("group ended")

asyncio.run(main())
