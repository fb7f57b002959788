# After the deadline wait_for waits for the inner's cleanup, however long it takes.
import asyncio

async def slow_to_stop():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleanup begins")
        await asyncio.sleep(0.03)
        print("cleanup ends")
        raise

async def main():
    try:
        await asyncio.wait_for(slow_to_stop(), 0.01)
    except TimeoutError:
        print("TimeoutError after the cleanup")
    t = asyncio.create_task(slow_to_stop())
    try:
        await asyncio.wait_for(t, 0.01)
    except TimeoutError:
        print("task cancelled", t.cancelled())

asyncio.run(main())
