# The parent is cancelled from outside: children cancelled and awaited, then CancelledError with its message, no group.
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.01)
        print("child cleaned up")

async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, "cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    t.cancel("enough")
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
