# An error raised in answer to the deadline's cancellation wins over TimeoutError.
import asyncio

async def main():
    cm = asyncio.timeout(0.01)
    try:
        async with cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise ValueError("cleanup failed")
    except ValueError as e:
        print("ValueError", e)
    print("expired", cm.expired(), "cancelling", asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.01) as cm:
            raise KeyError("early")
    except KeyError as e:
        print("KeyError", e.args[0], "expired", cm.expired())

asyncio.run(main())
