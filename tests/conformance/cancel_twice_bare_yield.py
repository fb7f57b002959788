# Two requests while the task is in sleep(0): there is no future to cancel, so the last message counts.
import asyncio

async def work():
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    await asyncio.sleep(0)
    return "goes on"

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("first")
    t.cancel("second")
    print(await t, t.cancelling())

asyncio.run(main())
