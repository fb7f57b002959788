# Somebody else cancels the task that wait_for waits for: CancelledError, no timeout, and the waiter itself is not cancelled.
import asyncio

async def work():
    await asyncio.sleep(10)

async def main():
    t = asyncio.create_task(work())
    asyncio.get_running_loop().call_later(0.01, t.cancel)
    try:
        await asyncio.wait_for(t, 1)
    except TimeoutError:
        print("TimeoutError")
    except asyncio.CancelledError:
        print("CancelledError, cancelling", asyncio.current_task().cancelling())
    print("task cancelled", t.cancelled())

asyncio.run(main())
