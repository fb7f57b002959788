# Cancelled inside the block: the exit runs and may await; the cancellation goes on afterwards.
import asyncio

class Resource:
    async def __aenter__(self):
        print("open")

    async def __aexit__(self, et, e, tb):
        print("closing because of", et.__name__)
        await asyncio.sleep(0.01)
        print("closed")

async def work():
    async with Resource():
        await asyncio.sleep(10)

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
