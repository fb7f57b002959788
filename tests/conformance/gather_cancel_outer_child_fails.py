# A child answers the cancellation of the outer with another exception: that is what the awaiter gets.
import asyncio

async def fails():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")

async def sleeps():
    await asyncio.sleep(10)

async def main():
    outer = asyncio.gather(fails(), sleeps())
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except ValueError as e:
        print("ValueError", e)
    except asyncio.CancelledError:
        print("CancelledError")
    print("cancelled", outer.cancelled())

asyncio.run(main())
