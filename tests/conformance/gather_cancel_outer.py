# outer.cancel() cancels every child; the outer future is done only when the children are.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup", n)

async def main():
    a, b = asyncio.create_task(child("a")), asyncio.create_task(child("b"))
    outer = asyncio.gather(a, b)
    await asyncio.sleep(0)
    print("cancel", outer.cancel("all of you"), "done", outer.done())
    try:
        await outer
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
    print(a.cancelled(), b.cancelled(), "outer cancelled", outer.cancelled(), "again", outer.cancel())

asyncio.run(main())
