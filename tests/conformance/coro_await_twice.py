# A coroutine object can be awaited once; a task or a future as often as one likes.
import asyncio

async def work():
    print("work runs")
    return 1

async def main():
    c = work()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print("RuntimeError:", e)
    t = asyncio.create_task(work())
    print(await t, await t)

asyncio.run(main())
