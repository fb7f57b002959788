# A task created just before main returns still gets its first step, and is cancelled at its first await.
import asyncio

async def background(n):
    print("first step", n)
    try:
        await asyncio.sleep(10)
        print("never printed")
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    asyncio.create_task(background(1))
    print("main returns")

asyncio.run(main())
