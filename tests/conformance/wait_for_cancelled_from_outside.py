# A cancellation from outside goes through wait_for to the inner, and comes out as CancelledError with its message.
import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("inner:", e.args)
        raise

async def outer():
    try:
        await asyncio.wait_for(inner(), 10)
    except asyncio.CancelledError as e:
        print("outer:", e.args)
        raise

async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel("from outside")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main:", e.args, "cancelled", t.cancelled())

asyncio.run(main())
