# Returning a value out of the block: the children are waited for before the caller gets it.
import asyncio

async def child():
    await asyncio.sleep(0.02)
    print("child done")

async def work():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(), name="the child")
        print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()))
        return "value"

async def main():
    print(await work())

asyncio.run(main())
