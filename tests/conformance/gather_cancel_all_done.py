# All children done, their callbacks still queued: the outer cannot be cancelled any more and gives its results.
import asyncio

async def value(n):
    return n

async def main():
    a, b = asyncio.create_task(value(1)), asyncio.create_task(value(2))
    outer = asyncio.gather(a, b)
    b.add_done_callback(lambda t: print("in the callback: cancel", outer.cancel()))
    print(await outer)
    print("cancelled", outer.cancelled())

asyncio.run(main())
