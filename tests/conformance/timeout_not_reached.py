# A block that ends in time: its value is kept, nothing expires, and the timer is gone.
import asyncio

async def work():
    async with asyncio.timeout(0.03) as cm:
        await asyncio.sleep(0.01)
        value = "value"
    print("expired", cm.expired())
    await asyncio.sleep(0.05)
    print("long after the deadline: expired", cm.expired())
    return value

async def main():
    print(await work())
    print("cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
