# Read, await, write: updates get lost without a lock, and none with it.
import asyncio

counter = 0

async def unsafe():
    global counter
    seen = counter
    await asyncio.sleep(0)
    counter = seen + 1

async def safe(lock):
    async with lock:
        await unsafe()

async def main():
    global counter
    await asyncio.gather(*(unsafe() for _ in range(5)))
    print("without a lock", counter)
    counter, lock = 0, asyncio.Lock()
    await asyncio.gather(*(safe(lock) for _ in range(5)))
    print("with a lock", counter)

asyncio.run(main())
