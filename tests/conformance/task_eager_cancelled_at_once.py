# An eager task that meets a cancelled future at its first await is cancelled when create_task returns.
import asyncio

async def work(f):
    await f

async def main():
    f = asyncio.get_running_loop().create_future()
    f.cancel()
    t = asyncio.create_task(work(f), eager_start=True)
    print("done", t.done(), "cancelled", t.cancelled(), "cancel", t.cancel(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError:
        print("CancelledError")

asyncio.run(main())
