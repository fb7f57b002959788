# cancel() from outside before the deadline stays a CancelledError, with its message; the count stays.
import asyncio

async def work():
    cm = asyncio.timeout(10)
    try:
        async with cm:
            await asyncio.sleep(10)
    except TimeoutError:
        print("TimeoutError")
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, "expired", cm.expired(), "cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0.01)
    t.cancel("stop")
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
