# The cleanup of a cancelled task may await: the task is done only when it ends, and its awaiter waits for it.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup 1")
        await asyncio.sleep(0.02)
        print("cleanup 2")

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.sleep(0.01)
    print("done", t.done(), "cancelled", t.cancelled())
    try:
        await t
    except asyncio.CancelledError:
        print("done", t.done(), "cancelled", t.cancelled())

asyncio.run(main())
