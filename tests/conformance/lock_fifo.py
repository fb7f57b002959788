# Waiters get the lock in the order in which they asked.
import asyncio

async def w(n, lock):
    print("asks", n)
    async with lock:
        print("has", n)
        await asyncio.sleep(0.01)
    print("left", n)

async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as tg:
        for n in "abc":
            tg.create_task(w(n, lock))
    print("locked", lock.locked())

asyncio.run(main())
