# A task that had swallowed a cancellation before (count 1): a later timeout still becomes TimeoutError, the count stays 1.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print("TimeoutError, cancelling", asyncio.current_task().cancelling())

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    await t
    print("cancelled", t.cancelled())

asyncio.run(main())
