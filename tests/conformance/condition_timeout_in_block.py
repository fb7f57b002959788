# A deadline inside `async with cond`: wait() takes the lock again before TimeoutError, and the block releases it.
import asyncio

async def main():
    cond = asyncio.Condition()
    async with cond:
        try:
            async with asyncio.timeout(0.01):
                await cond.wait()
        except TimeoutError:
            print("TimeoutError, still holding the lock:", cond.locked())
    print("left, locked:", cond.locked())
    async with cond:
        try:
            await asyncio.wait_for(cond.wait(), 0.01)
        except TimeoutError:
            print("wait_for: TimeoutError, locked:", cond.locked())
        cond.notify_all()
    print("left, locked:", cond.locked())

asyncio.run(main())
