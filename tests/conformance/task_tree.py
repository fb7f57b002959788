# Tasks that create tasks: breadth first, since every new one joins the end of the queue.
import asyncio

async def node(path, depth):
    print(path)
    if depth:
        left = asyncio.create_task(node(path + "L", depth - 1))
        right = asyncio.create_task(node(path + "R", depth - 1))
        return await left + await right
    return 1

async def main():
    print("leaves", await node("*", 3))

asyncio.run(main())
