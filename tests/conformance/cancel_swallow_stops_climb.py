# The innermost task swallows the request: it climbs no further, although every level counted it.
import asyncio

async def leaf():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("leaf swallows")
    return "leaf's value"

async def level(t):
    return await t

async def main():
    a = asyncio.create_task(leaf())
    b = asyncio.create_task(level(a))
    c = asyncio.create_task(level(b))
    await asyncio.sleep(0)
    c.cancel()
    print(await c)
    print([t.cancelled() for t in (a, b, c)], [t.cancelling() for t in (a, b, c)])

asyncio.run(main())
