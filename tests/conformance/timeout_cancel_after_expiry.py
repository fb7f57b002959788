# cancel() from outside during the cleanup after the deadline: the outside request wins, CancelledError leaves the block.
import asyncio

async def work():
    cm = asyncio.timeout(0.01)
    try:
        async with cm:
            try:
                await asyncio.sleep(10)
            finally:
                print("cleanup begins")
                await asyncio.sleep(10)
                print("never printed")
    except TimeoutError:
        print("TimeoutError")
    except asyncio.CancelledError:
        print("CancelledError, expired", cm.expired(), "cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0.03)
    t.cancel()
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
