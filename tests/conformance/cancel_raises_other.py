# A task that answers the cancellation with another exception is failed, not cancelled.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print("ValueError", e)
    print("cancelled", t.cancelled(), "cancelling", t.cancelling(), type(t.exception()).__name__)

asyncio.run(main())
