# A child cancels the task that waits for it: the request comes back down to the child itself.
import asyncio

async def child(parent):
    print("child cancels its parent", parent.cancel("by child"))
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("child", e.args)
        raise

async def parent():
    t = asyncio.create_task(child(asyncio.current_task()))
    try:
        await t
    except asyncio.CancelledError as e:
        print("parent", e.args, t.cancelled(), t.cancelling())
        raise

async def main():
    p = asyncio.create_task(parent())
    await asyncio.wait([p])
    print("parent cancelled", p.cancelled(), p.cancelling())

asyncio.run(main())
