# CancelledError is a BaseException: `except Exception` lets it pass; retry loops stay cancellable.
import asyncio

async def retry():
    attempt = 0
    while True:
        attempt += 1
        try:
            print("attempt", attempt)
            await asyncio.sleep(0.01)
            raise ValueError("try again")
        except Exception as e:
            print("retrying after", e)

async def main():
    t = asyncio.create_task(retry())
    await asyncio.sleep(0.025)
    t.cancel()
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
