# After a block that ended in time, reschedule() fails too, and the message names the state.
import asyncio

async def main():
    async with asyncio.timeout(10) as cm:
        pass
    print("expired", cm.expired())
    try:
        cm.reschedule(None)
    except RuntimeError as e:
        print("RuntimeError:", e)

asyncio.run(main())
