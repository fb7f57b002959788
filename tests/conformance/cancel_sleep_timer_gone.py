# The timer of a cancelled sleep is cancelled too: it does not keep the loop from ending early.
import asyncio

async def work():
    await asyncio.sleep(3600)

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    ts = [asyncio.create_task(work()) for _ in range(100)]
    await asyncio.sleep(0.01)
    for t in ts:
        t.cancel()
    await asyncio.wait(ts)
    print("all cancelled", all(t.cancelled() for t in ts))
    print("quick", loop.time() - start < 5)

asyncio.run(main())
