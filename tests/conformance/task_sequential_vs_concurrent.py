# Awaiting one coroutine after the other is sequential; tasks overlap.
import asyncio

async def work(n, ms):
    print("begin", n)
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def main():
    a = await work("a", 20)
    b = await work("b", 10)
    print("sequential", a, b)
    ta = asyncio.create_task(work("a", 20))
    tb = asyncio.create_task(work("b", 10))
    print("concurrent", await ta, await tb)
    for n in "xy":
        await asyncio.create_task(work(n, 10))
    print("tasks one by one are sequential again")

asyncio.run(main())
