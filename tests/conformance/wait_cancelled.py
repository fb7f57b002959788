# Cancelling the task that waits leaves the children alone.
import asyncio

async def child():
    await asyncio.sleep(0.03)
    print("child ends")

async def waiter(ts):
    try:
        await asyncio.wait(ts)
    except asyncio.CancelledError:
        print("waiter cancelled")
        raise

async def main():
    c = asyncio.create_task(child())
    w = asyncio.create_task(waiter([c]))
    await asyncio.sleep(0.01)
    w.cancel()
    await asyncio.wait([w])
    print("waiter", w.cancelled(), "child", c.done(), c.cancelling())
    await c

asyncio.run(main())
