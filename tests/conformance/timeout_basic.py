# The deadline arrives as CancelledError inside the block and leaves it as TimeoutError; the count is restored.
import asyncio

async def main():
    cm = asyncio.timeout(0.02)
    try:
        async with cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("inside: CancelledError, cancelling", asyncio.current_task().cancelling())
                raise
    except TimeoutError as e:
        print("outside: TimeoutError", [str(e)])
    print("expired", cm.expired(), "cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0.01)
    print("and the task goes on")

asyncio.run(main())
