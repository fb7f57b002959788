# A cancelled child is an exception like others: the awaiter gets CancelledError, the outer future is not cancelled, siblings go on.
import asyncio

async def child(n):
    await asyncio.sleep(0.01)
    print("end", n)
    return n

async def main():
    a, b = asyncio.create_task(child("a")), asyncio.create_task(child("b"))
    outer = asyncio.gather(a, b)
    await asyncio.sleep(0)
    a.cancel("only a")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, "outer done", outer.done(), "cancelled", outer.cancelled())
    print("me", asyncio.current_task().cancelling(), "a", a.cancelled(), "b", b.done())
    print(await b)

asyncio.run(main())
