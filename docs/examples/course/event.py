# An event lets all go who wait for it, and all who come later.
import asyncio


async def runner(name, start):
    print(name, "is ready")
    await start.wait()
    print(name, "runs")


async def main():
    start = asyncio.Event()
    ada = asyncio.create_task(runner("ada", start))
    bob = asyncio.create_task(runner("bob", start))
    await asyncio.sleep(0.1)
    print("bang")
    start.set()
    await asyncio.gather(ada, bob)
    await runner("the late one", start)


asyncio.run(main())
