# reschedule() to a moment that has passed fires at the next suspension; a second reschedule() in time takes it back.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(10) as cm:
        cm.reschedule(loop.time() - 1)
        print("not yet: expired", cm.expired())
        cm.reschedule(loop.time() + 10)
        await asyncio.sleep(0.01)
        print("taken back")
    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time() - 1)
            print("before the await")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("TimeoutError")

asyncio.run(main())
