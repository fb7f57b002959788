# One computation for many who ask at once: the first makes the task, the others await the same one.
import asyncio

cache = {}
calls = 0

async def compute(key):
    global calls
    calls += 1
    await asyncio.sleep(0.01)
    return key * key

async def cached(key):
    if key not in cache:
        cache[key] = asyncio.create_task(compute(key))
    return await cache[key]

async def main():
    print(await asyncio.gather(cached(3), cached(4), cached(3), cached(3)))
    print("calls", calls)
    print(await cached(4), "calls", calls)

asyncio.run(main())
