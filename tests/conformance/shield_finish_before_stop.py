# The pattern of a critical section: on cancellation wait for the shielded task, then raise the cancellation on.
import asyncio

async def save():
    print("saving")
    await asyncio.sleep(0.03)
    print("saved")

async def worker():
    s = asyncio.create_task(save())
    try:
        await asyncio.shield(s)
    except asyncio.CancelledError:
        print("cancelled, waiting for save")
        await s
        raise

async def main():
    w = asyncio.create_task(worker())
    await asyncio.sleep(0.01)
    w.cancel()
    await asyncio.wait([w])
    print("cancelled", w.cancelled())

asyncio.run(main())
