# Coroutines, tasks and futures of different types in one gather.
import asyncio

async def number():
    return 1

async def text():
    await asyncio.sleep(0.01)
    return "two"

async def nothing():
    await asyncio.sleep(0)

async def main():
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.02, f.set_result, [4, 5])
    a, b, c, d = await asyncio.gather(number(), asyncio.create_task(text()), nothing(), f)
    print(a, b, c, d)

asyncio.run(main())
