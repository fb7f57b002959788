# A task that requested its own cancellation and then fails is failed, not cancelled.
import asyncio

async def work():
    asyncio.current_task().cancel()
    raise ValueError("I fail first")

async def main():
    t = asyncio.create_task(work())
    await asyncio.wait([t])
    print("cancelled", t.cancelled(), type(t.exception()).__name__, t.exception(), "cancelling", t.cancelling())

asyncio.run(main())
