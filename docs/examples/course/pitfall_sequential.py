# Pitfall: awaiting one after the other takes the sum of the times, together only the longest.
import asyncio


async def price(shop):
    await asyncio.sleep(shop * 0.1)
    return shop * 7


async def wrong():
    total = 0
    for shop in (1, 2, 3):
        total += await price(shop)
    return total


async def right():
    a, b, c = await asyncio.gather(price(1), price(2), price(3))
    return a + b + c


async def measure(name, work):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    total = await work
    tenths = round((loop.time() - begin) * 1000) // 100
    print(f"{name}: {total} after {tenths} tenths of a second")


async def main():
    await measure("wrong", wrong())
    await measure("right", right())


asyncio.run(main())
