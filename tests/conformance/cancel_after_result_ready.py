# The future was resolved but the task not yet resumed: cancel wins, the result is lost to the task; the future keeps it.
import asyncio

async def waiter(f):
    try:
        print("got", await f)
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
        raise

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    f.set_result("value")
    print("cancel", t.cancel("late"))
    await asyncio.wait([t])
    print("task", t.cancelled(), "future", f.cancelled(), f.result())

asyncio.run(main())
