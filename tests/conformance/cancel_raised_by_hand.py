# CancelledError raised by hand: the task is cancelled although nobody asked; cancelling() is 0.
import asyncio

async def work():
    await asyncio.sleep(0)
    raise asyncio.CancelledError("by hand")

async def main():
    t = asyncio.create_task(work())
    try:
        await t
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
    print("cancelled", t.cancelled(), "cancelling", t.cancelling())
    try:
        t.result()
    except asyncio.CancelledError:
        print("result() too")

asyncio.run(main())
