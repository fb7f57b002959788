# wait_for never eats a cancellation (gh-86296): cancelled when the result is already there, it still raises CancelledError.
import asyncio

async def outer(fut):
    try:
        print("got", await asyncio.wait_for(fut, 10))
    except asyncio.CancelledError:
        print("CancelledError, future keeps", fut.result())
        raise

async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(outer(fut))
    await asyncio.sleep(0)
    fut.set_result("value")
    t.cancel()
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
