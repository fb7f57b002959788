# After the first exception the outer future is done: cancel() is False and leaves the other children alone.
import asyncio

async def fails():
    raise ValueError("boom")

async def slow():
    await asyncio.sleep(0.02)
    print("slow ends undisturbed")

async def main():
    s = asyncio.create_task(slow())
    outer = asyncio.gather(fails(), s)
    try:
        await outer
    except ValueError as e:
        print("ValueError", e)
    print("cancel", outer.cancel(), "cancelling", s.cancelling())
    await s
    print("cancelled", s.cancelled())

asyncio.run(main())
