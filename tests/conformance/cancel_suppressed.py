# A task that swallows the CancelledError goes on as if nothing had happened; the count stays.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    await asyncio.sleep(0.01)
    print("goes on")
    return "finished"

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, "cancelled", t.cancelled(), "cancelling", t.cancelling())

asyncio.run(main())
