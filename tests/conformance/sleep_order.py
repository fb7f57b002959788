# Sleeping tasks wake by deadline; the sum of sleeps in a row is that of their delays.
import asyncio

async def sleeper(ms):
    await asyncio.sleep(ms / 1000)
    print("slept", ms)

async def steps():
    for i in range(3):
        await asyncio.sleep(0.02)
        print("step", i)

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.gather(*(sleeper(ms) for ms in (50, 10, 30)), steps())
    elapsed = loop.time() - start
    print(elapsed >= 0.06, elapsed < 5)

asyncio.run(main())
