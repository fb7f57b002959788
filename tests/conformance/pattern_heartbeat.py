# A heartbeat beside the real work, ended by cancelling it; the group ends without an error.
import asyncio

async def heartbeat(beats):
    while True:
        beats.append("beat")
        await asyncio.sleep(0.1)

async def main():
    beats = []
    async with asyncio.TaskGroup() as tg:
        hb = tg.create_task(heartbeat(beats))
        await asyncio.sleep(0.25)
        hb.cancel()
    print(beats, "cancelled", hb.cancelled())

asyncio.run(main())
