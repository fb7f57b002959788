# Through a chain of four tasks CancelledError climbs one task per iteration.
import asyncio

async def leaf():
    await asyncio.sleep(10)

async def level(t):
    await t

async def main():
    ts = [asyncio.create_task(leaf())]
    for _ in range(3):
        ts.append(asyncio.create_task(level(ts[-1])))
    await asyncio.sleep(0)
    ts[-1].cancel()
    for _ in range(5):
        print([t.done() for t in ts])
        await asyncio.sleep(0)
    print([t.cancelled() for t in ts])

asyncio.run(main())
