# CancelledError unwinds the chain of coroutines from the innermost; each level may await in its cleanup.
import asyncio

async def level(n):
    try:
        if n:
            await level(n - 1)
        else:
            await asyncio.sleep(10)
    finally:
        print("cleanup", n)
        await asyncio.sleep(0)
        print("cleaned", n)

async def main():
    t = asyncio.create_task(level(2))
    await asyncio.sleep(0.01)
    t.cancel()
    for i in range(5):
        print("iteration", i, t.done())
        await asyncio.sleep(0)
    print("cancelled", t.cancelled())

asyncio.run(main())
