# cancel() of a finished, failed or cancelled task is False, changes nothing and is not counted.
import asyncio

async def works():
    return 1

async def fails():
    raise ValueError("boom")

async def main():
    a, b, c = asyncio.create_task(works()), asyncio.create_task(fails()), asyncio.create_task(works())
    c.cancel()
    await asyncio.wait([a, b, c])
    for t in (a, b, c):
        print(t.cancel(), t.cancelling(), t.cancelled())
    print(a.result(), b.exception())

asyncio.run(main())
