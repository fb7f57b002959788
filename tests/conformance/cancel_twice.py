# Two requests before delivery: one CancelledError, with the first's message (the waiter was cancelled by it); count 2.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled", e.args, "cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0.01)
    return "survived"

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(t.cancel("first"), t.cancel("second"), t.cancelling())
    try:
        print(await t)
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
    print("cancelled", t.cancelled(), "cancelling", t.cancelling())

asyncio.run(main())
