# Cancelling the task of nested groups: the inner group's children end before the outer group's are cancelled.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        print("cleaned up", n)
        raise

async def parent():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(child("outer"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(child("inner"))
        print("never printed")

async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    t.cancel("stop")
    try:
        await t
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)

asyncio.run(main())
