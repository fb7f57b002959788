# A task that cancels itself goes on to its next suspension; if it returns first it is cancelled all the same, the value is lost.
import asyncio

async def suspends():
    print("requested", asyncio.current_task().cancel("me"))
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("at the await", e.args)
        raise

async def returns():
    asyncio.current_task().cancel("me too")
    return "lost"

async def main():
    for work in (suspends, returns):
        t = asyncio.create_task(work())
        try:
            print("result", await t)
        except asyncio.CancelledError as e:
            print("CancelledError", e.args, t.cancelled())

asyncio.run(main())
