# timeout_at() takes an absolute loop time, None is no deadline; when() tells it.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.02
    cm = asyncio.timeout_at(when)
    print("when", cm.when() == when)
    try:
        async with cm:
            await asyncio.sleep(10)
    except TimeoutError:
        print("TimeoutError, not too early:", loop.time() >= when - 0.001)
    async with asyncio.timeout_at(None) as cm:
        await asyncio.sleep(0.01)
        print("when", cm.when())
    try:
        async with asyncio.timeout_at(loop.time() - 5):
            await asyncio.sleep(10)
    except TimeoutError:
        print("in the past: TimeoutError")

asyncio.run(main())
