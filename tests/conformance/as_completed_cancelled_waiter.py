# Cancelling the one who iterates leaves the tasks alone.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def iterate(ts):
    for next_one in asyncio.as_completed(ts):
        print("got", await next_one)

async def main():
    ts = [asyncio.create_task(child(n, ms)) for n, ms in (("a", 10), ("b", 40))]
    i = asyncio.create_task(iterate(ts))
    await asyncio.sleep(0.02)
    i.cancel()
    await asyncio.wait([i])
    print("cancelled", i.cancelled(), [t.done() for t in ts])
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts])

asyncio.run(main())
