# Cancelling the inner task cancels the outer future; the awaiter is not itself cancelled.
import asyncio

async def inner():
    await asyncio.sleep(10)

async def main():
    t = asyncio.create_task(inner())
    outer = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError, cancelling", asyncio.current_task().cancelling())
    print("inner", t.cancelled(), "outer", outer.cancelled())

asyncio.run(main())
