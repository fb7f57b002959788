# The block releases the lock when an error or a cancellation leaves it.
import asyncio

async def fail(lock):
    async with lock:
        await asyncio.sleep(0.01)
        raise ValueError("inside")

async def sleeper(lock):
    async with lock:
        print("sleeper has it")
        await asyncio.sleep(10)

async def main():
    lock = asyncio.Lock()
    try:
        await fail(lock)
    except ValueError as e:
        print("ValueError", e, "locked", lock.locked())
    t = asyncio.create_task(sleeper(lock))
    await asyncio.sleep(0)
    t.cancel()
    async with lock:
        print("main has it, sleeper cancelled", t.cancelled())

asyncio.run(main())
