# A quick answer from the cache when the real one takes too long; the real one goes on and refreshes the cache.
import asyncio

cache = {"key": "old"}

async def refresh():
    await asyncio.sleep(0.03)
    cache["key"] = "new"
    return "new"

async def get(task):
    try:
        return await asyncio.wait_for(asyncio.shield(task), 0.01)
    except TimeoutError:
        return cache["key"] + " from the cache"

async def main():
    t = asyncio.create_task(refresh())
    print(await get(t))
    await asyncio.sleep(0.03)
    print(await get(t), cache["key"])

asyncio.run(main())
