# An eager task cancelled right after creation is at its first await, so its cleanup runs; a scheduled one never starts.
import asyncio

async def work(n):
    print(n, "starts")
    try:
        await asyncio.sleep(10)
    finally:
        print(n, "cleans up")

async def main():
    e = asyncio.create_task(work("eager"), eager_start=True)
    s = asyncio.create_task(work("scheduled"))
    e.cancel()
    s.cancel()
    await asyncio.wait([e, s])
    print(e.cancelled(), s.cancelled())

asyncio.run(main())
