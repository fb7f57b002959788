# The outer is cancelled, the children swallow it and return values: its awaiter gets CancelledError all the same.
import asyncio

async def stubborn(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed by", n)
    return n

async def main():
    outer = asyncio.gather(stubborn(1), stubborn(2))
    await asyncio.sleep(0)
    print("cancel", outer.cancel())
    try:
        print("result", await outer)
    except asyncio.CancelledError:
        print("CancelledError")
    print("cancelled", outer.cancelled())

asyncio.run(main())
