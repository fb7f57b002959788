# The awaited future failed but the task has not resumed: cancel() still wins, the exception stays in the future.
import asyncio

async def waiter(f):
    try:
        await f
    except ValueError:
        print("ValueError")
    except asyncio.CancelledError:
        print("CancelledError")
        raise

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    f.set_exception(ValueError("boom"))
    t.cancel()
    await asyncio.wait([t])
    print("task", t.cancelled(), "future", f.exception())

asyncio.run(main())
