# wait_for(lock.acquire()) that times out leaves nothing behind: the lock goes to the next one who asks.
import asyncio

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except TimeoutError:
        print("TimeoutError, locked", lock.locked())
    lock.release()
    print("released, locked", lock.locked())
    print(await asyncio.wait_for(lock.acquire(), 0.01))
    print("locked", lock.locked())

asyncio.run(main())
