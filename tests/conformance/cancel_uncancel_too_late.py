# uncancel() does not take back what was delivered to the awaited future already.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled, cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    print("uncancel", t.uncancel())
    await asyncio.wait([t])
    print("cancelled", t.cancelled(), t.cancelling())

asyncio.run(main())
