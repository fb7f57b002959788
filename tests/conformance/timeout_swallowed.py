# The body swallows the cancellation: no TimeoutError, but expired() is true and the count is restored.
import asyncio

async def main():
    async with asyncio.timeout(0.01) as cm:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("swallowed, cancelling", asyncio.current_task().cancelling())
        await asyncio.sleep(0.01)
        print("the body goes on, expired", cm.expired())
    print("expired", cm.expired(), "cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
