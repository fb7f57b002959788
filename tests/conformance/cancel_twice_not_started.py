# Two requests before the first step: the message of the last one.
import asyncio

async def work():
    print("never")

async def main():
    t = asyncio.create_task(work())
    print(t.cancel("first"), t.cancel("second"), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, t.cancelling())

asyncio.run(main())
