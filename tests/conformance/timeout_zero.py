# timeout(0) does not fire at once: the body runs to its first real suspension, and may end before it.
import asyncio

async def main():
    try:
        async with asyncio.timeout(0):
            print("body starts")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("TimeoutError")
    async with asyncio.timeout(0) as cm:
        print("a body without a suspension ends")
    print("expired", cm.expired())
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("negative: TimeoutError")

asyncio.run(main())
