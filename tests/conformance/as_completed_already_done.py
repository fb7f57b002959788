# Children that were done before come first, and without waiting for the others.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    return n

async def main():
    ts = [asyncio.create_task(child(n, ms)) for n, ms in (("slow", 40), ("early", 10))]
    await asyncio.sleep(0.02)
    print([t.done() for t in ts])
    async for t in asyncio.as_completed(ts):
        print(t.result(), [t.done() for t in ts])

asyncio.run(main())
