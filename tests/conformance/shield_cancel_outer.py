# Cancelling the awaiter of shield(): the awaiter gets CancelledError, the inner task goes on.
import asyncio

async def inner():
    await asyncio.sleep(0.03)
    print("inner ends")
    return "inner's value"

async def awaiter(t):
    try:
        await asyncio.shield(t)
    except asyncio.CancelledError as e:
        print("awaiter cancelled", e.args)
        raise

async def main():
    t = asyncio.create_task(inner())
    a = asyncio.create_task(awaiter(t))
    await asyncio.sleep(0.01)
    print("cancel", a.cancel("not inner"))
    await asyncio.wait([a])
    print("awaiter", a.cancelled(), "inner", t.done(), t.cancelling())
    print(await t)

asyncio.run(main())
