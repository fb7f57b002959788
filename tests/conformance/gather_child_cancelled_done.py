# gather of a child that was cancelled before: CancelledError, raised by the await without a suspension.
import asyncio

async def value():
    return 1

async def main():
    a, b = asyncio.create_task(value()), asyncio.create_task(value())
    a.cancel("before")
    await asyncio.wait([a, b])
    outer = asyncio.gather(b, a)
    print("done", outer.done(), "cancelled", outer.cancelled())
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError", asyncio.current_task().cancelling())

asyncio.run(main())
