# gather under the eager task factory: children that finish at once make the outer future done when gather() returns.
import asyncio

async def quick(n):
    print("quick", n)
    return n

async def fails():
    raise ValueError("at once")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    outer = asyncio.gather(quick(1), quick(2))
    print("done", outer.done())
    loop.call_soon(print, "somebody else")
    print(await outer)
    outer = asyncio.gather(quick(3), fails())
    print("done", outer.done(), type(outer.exception()).__name__)

asyncio.run(main())
