# A timeout of 0 still gives the children the iterations until the timer fires.
import asyncio

async def quick():
    return 1

async def slow():
    await asyncio.sleep(0.05)
    return 2

async def main():
    q, s = asyncio.create_task(quick()), asyncio.create_task(slow())
    done, pending = await asyncio.wait([q, s], timeout=0)
    print(q in done, s in pending, len(done), len(pending))
    done, pending = await asyncio.wait([q, s], timeout=None)
    print(len(done), len(pending))

asyncio.run(main())
