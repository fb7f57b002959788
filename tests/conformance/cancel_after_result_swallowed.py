# cancel() comes while the wake-up with a result is queued: a task that catches the CancelledError and returns is finished.
import asyncio

async def work(f):
    try:
        await f
    except asyncio.CancelledError:
        print("cancelled, returning a value")
        return "value"
    return "normal"

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(work(f))
    await asyncio.sleep(0)
    f.set_result(None)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())

asyncio.run(main())
