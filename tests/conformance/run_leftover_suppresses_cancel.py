# A leftover task that swallows the final cancellation is waited for to its end.
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    for i in range(3):
        await asyncio.sleep(0.01)
        print("still working", i)

async def main():
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0.01)
    print("main returns")

asyncio.run(main())
print("run() returned")
