# A child cancels the parent task: that is a cancellation from outside, so CancelledError and no group.
import asyncio

async def child(parent):
    await asyncio.sleep(0.01)
    parent.cancel("from the child")
    await asyncio.sleep(10)

async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child(asyncio.current_task()))
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, "cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(parent())
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
