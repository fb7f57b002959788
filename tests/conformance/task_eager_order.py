# Eager and scheduled tasks mixed: first steps of eager ones at once, later steps in the order they suspended.
import asyncio

async def work(n):
    print(n, "first")
    await asyncio.sleep(0)
    print(n, "second")
    await asyncio.sleep(0)
    print(n, "third")

async def main():
    s1 = asyncio.create_task(work("scheduled 1"))
    e1 = asyncio.create_task(work("eager 1"), eager_start=True)
    s2 = asyncio.create_task(work("scheduled 2"))
    e2 = asyncio.create_task(work("eager 2"), eager_start=True)
    print("main waits")
    await asyncio.wait([s1, e1, s2, e2])

asyncio.run(main())
