# Awaiting something done is no cancellation point: the request waits for the next real suspension.
import asyncio

async def work():
    f = asyncio.get_running_loop().create_future()
    f.set_result("value")
    asyncio.current_task().cancel()
    print("done future", await f)
    print("again", await f)
    try:
        await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("cancelled in sleep")
        raise

async def main():
    t = asyncio.create_task(work())
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
