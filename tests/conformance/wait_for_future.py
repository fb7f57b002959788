# wait_for(future): on a timeout the future itself is cancelled; its other waiters get CancelledError.
import asyncio

async def other(fut):
    try:
        await fut
    except asyncio.CancelledError:
        print("other: CancelledError, cancelling", asyncio.current_task().cancelling())

async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(other(fut))
    try:
        await asyncio.wait_for(fut, 0.01)
    except TimeoutError:
        print("TimeoutError, future cancelled", fut.cancelled())
    await t

asyncio.run(main())
