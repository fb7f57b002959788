# A task that swallows every request can only be stopped by its own condition; each request is counted.
import asyncio

async def stubborn():
    swallowed = 0
    while swallowed < 3:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            swallowed += 1
            print("swallowed", swallowed, e.args)
    return swallowed

async def main():
    t = asyncio.create_task(stubborn())
    n = 0
    while not t.done():
        await asyncio.sleep(0.01)
        n += 1
        print("cancel", n, t.cancel(f"request {n}"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(t.result(), t.cancelled(), t.cancelling())

asyncio.run(main())
