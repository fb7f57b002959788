# The same task locking twice waits for itself; a timeout shows it.
import asyncio

async def main():
    lock = asyncio.Lock()
    async with lock:
        try:
            async with asyncio.timeout(0.01):
                async with lock:
                    print("never printed")
        except TimeoutError:
            print("TimeoutError: not re-entrant, locked", lock.locked())
    print("locked", lock.locked())

asyncio.run(main())
