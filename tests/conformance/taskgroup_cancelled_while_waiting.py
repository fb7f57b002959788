# The parent is cancelled twice while it waits at the end of the block: the group still waits for its children.
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.03)
        print("child cleaned up")

async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, "cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    t.cancel("one")
    await asyncio.sleep(0.01)
    t.cancel("two")
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
