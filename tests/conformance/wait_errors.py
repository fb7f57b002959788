# wait() of nothing is a ValueError; it never raises its children's exceptions.
import asyncio

async def fails():
    raise ValueError("child's own")

async def main():
    try:
        await asyncio.wait([])
    except ValueError as e:
        print("ValueError:", e)
    t = asyncio.create_task(fails())
    done, pending = await asyncio.wait([t])
    print(len(done), len(pending))
    print(t.exception())

asyncio.run(main())
