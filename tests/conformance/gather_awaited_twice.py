# The outer future may be awaited by several tasks; an exception comes out at each.
import asyncio

async def child(fails):
    await asyncio.sleep(0.01)
    if fails:
        raise ValueError("boom")
    return 1

async def awaiter(n, outer):
    try:
        print(n, await outer)
    except ValueError as e:
        print(n, "ValueError", e)

async def main():
    for fails in (False, True):
        outer = asyncio.gather(child(False), child(fails))
        await asyncio.gather(awaiter("a", outer), awaiter("b", outer))

asyncio.run(main())
