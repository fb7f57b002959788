# The deadline counts from the call of timeout(), not from entering the block.
import asyncio

async def main():
    cm = asyncio.timeout(0.03)
    await asyncio.sleep(0.05)
    try:
        async with cm:
            print("entered late, expired", cm.expired())
            await asyncio.sleep(0.01)
            print("never printed")
    except TimeoutError:
        print("TimeoutError")

asyncio.run(main())
