# Children that are done already: the outer future is done when gather() returns; awaiting it does not suspend.
import asyncio

async def value(n):
    return n

async def main():
    a, b = asyncio.create_task(value(1)), asyncio.create_task(value(2))
    await asyncio.wait([a, b])
    outer = asyncio.gather(a, b)
    print("called", outer.done())
    asyncio.get_running_loop().call_soon(print, "callback of the next iteration")
    print(await outer)

asyncio.run(main())
