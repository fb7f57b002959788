# The awaiter of a cancelled task gets CancelledError but was not cancelled itself: cancelling() == 0 tells the difference.
import asyncio

async def inner():
    await asyncio.sleep(10)

async def outer(t):
    try:
        await t
    except asyncio.CancelledError:
        if asyncio.current_task().cancelling():
            print("I was cancelled")
            raise
        print("only the inner one was cancelled")
        return "outer goes on"

async def main():
    for which in ("inner", "outer"):
        i = asyncio.create_task(inner())
        o = asyncio.create_task(outer(i))
        await asyncio.sleep(0)
        (i if which == "inner" else o).cancel()
        await asyncio.wait([o])
        print(which, "inner", i.cancelled(), "outer", o.cancelled())

asyncio.run(main())
