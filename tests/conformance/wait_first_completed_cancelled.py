# A cancelled child completes FIRST_COMPLETED too, in the iteration in which its cleanup ends.
import asyncio

async def child(cleanup_ms):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(cleanup_ms / 1000)

async def main():
    ts = [asyncio.create_task(child(ms)) for ms in (30, 10)]
    await asyncio.sleep(0)
    for t in ts:
        t.cancel()
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print([t in done for t in ts], [t.cancelled() for t in ts])
    done, pending = await asyncio.wait(ts)
    print([t.cancelled() for t in ts])

asyncio.run(main())
