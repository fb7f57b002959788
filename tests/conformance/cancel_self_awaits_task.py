# Cancelled by itself, then awaiting a task: the request is passed down to that task and climbs back.
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("child", e.args)
        raise

async def parent(c):
    asyncio.current_task().cancel("down")
    try:
        await c
    except asyncio.CancelledError as e:
        print("parent", e.args)
        raise

async def main():
    c = asyncio.create_task(child())
    await asyncio.sleep(0)
    p = asyncio.create_task(parent(c))
    for i in range(5):
        print(i, c.done(), c.cancelling(), p.done(), p.cancelling())
        await asyncio.sleep(0)

asyncio.run(main())
