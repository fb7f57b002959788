# cancel() is a request: it is delivered in the next iteration, at the await where the task is.
import asyncio

async def work():
    try:
        print("sleeping")
        await asyncio.sleep(10)
        print("never")
    except asyncio.CancelledError:
        print("cancelled here")
        raise
    finally:
        print("finally")

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0.01)
    print("cancel", t.cancel(), "done", t.done(), "cancelled", t.cancelled(), "cancelling", t.cancelling())
    await asyncio.sleep(0)
    print("done", t.done(), "cancelled", t.cancelled())
    try:
        await t
    except asyncio.CancelledError:
        print("awaiting it raises CancelledError")
    print("cancel again", t.cancel(), t.cancelling())

asyncio.run(main())
