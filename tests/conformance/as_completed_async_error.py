# Async iteration yields failed and cancelled tasks like others; looking at them is the caller's job.
import asyncio

async def child(n, ms, fails=False):
    await asyncio.sleep(ms / 1000)
    if fails:
        raise ValueError(n)
    return n

async def main():
    ts = [asyncio.create_task(child("a", 30)), asyncio.create_task(child("b", 10, True)), asyncio.create_task(child("c", 1000))]
    asyncio.get_running_loop().call_later(0.02, ts[2].cancel)
    async for t in asyncio.as_completed(ts):
        if t.cancelled():
            print("cancelled", t is ts[2])
        elif t.exception():
            print("failed", t.exception())
        else:
            print("result", t.result())

asyncio.run(main())
