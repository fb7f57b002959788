# Cancelling the task that awaits a gather cancels all its children, with the message.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("child", n, e.args)
        raise

async def parent():
    try:
        await asyncio.gather(child("a"), child("b"))
    except asyncio.CancelledError:
        print("parent cancelled, cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    p = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    p.cancel("stop all")
    for i in range(3):
        await asyncio.sleep(0)
        print("iteration", i, p.done())
    await asyncio.wait([p])
    print("cancelled", p.cancelled())

asyncio.run(main())
