# A deadline inside a TaskGroup, handled there: the group and its children go on undisturbed.
import asyncio

async def child():
    await asyncio.sleep(0.03)
    print("child done")

async def main():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(child())
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(10)
        except TimeoutError:
            print("TimeoutError in the body, child done:", t.done())
    print("group ended, child done:", t.done())

asyncio.run(main())
