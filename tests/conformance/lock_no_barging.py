# release() and acquire() in one breath: the queued waiter is served first, the greedy one goes to the end.
import asyncio

async def greedy(lock):
    for i in range(3):
        await lock.acquire()
        print("greedy", i)
        await asyncio.sleep(0)
        lock.release()

async def modest(lock):
    async with lock:
        print("modest")

async def main():
    lock = asyncio.Lock()
    g = asyncio.create_task(greedy(lock))
    a = asyncio.create_task(modest(lock))
    b = asyncio.create_task(modest(lock))
    await asyncio.gather(g, a, b)

asyncio.run(main())
