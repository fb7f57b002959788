# Cancelled again while it waits for the lock: still swallowed until the lock is held, then the last cancellation is raised.
import asyncio

async def w(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError as e:
            print("cancelled", e.args, "locked", cond.locked(), "cancelling", asyncio.current_task().cancelling())
            raise

async def main():
    cond = asyncio.Condition()
    t = asyncio.create_task(w(cond))
    await asyncio.sleep(0)
    async with cond:
        t.cancel("first")
        await asyncio.sleep(0.01)
        t.cancel("second")
        await asyncio.sleep(0.01)
        print("still waiting for the lock:", not t.done())
    await asyncio.wait([t])
    print("cancelled", t.cancelled(), "locked", cond.locked())

asyncio.run(main())
