# Cancelled before its first step: neither the body nor its finally ever runs.
import asyncio

async def work():
    try:
        print("never")
    finally:
        print("never either")

async def main():
    t = asyncio.create_task(work())
    print("cancel", t.cancel("too early"), t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
    print("cancelled", t.cancelled(), "cancelling", t.cancelling())

asyncio.run(main())
