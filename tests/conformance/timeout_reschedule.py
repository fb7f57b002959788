# reschedule() moves the deadline of a running block: later, and away altogether.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.02) as cm:
        cm.reschedule(loop.time() + 10)
        await asyncio.sleep(0.04)
        print("past the first deadline")
    print("expired", cm.expired())
    async with asyncio.timeout(0.02) as cm:
        cm.reschedule(None)
        print("when", cm.when())
        await asyncio.sleep(0.04)
        print("no deadline")
    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time() + 0.01)
            await asyncio.sleep(10)
    except TimeoutError:
        print("moved to the front: TimeoutError, expired", cm.expired())

asyncio.run(main())
