# Awaiting a future that was cancelled before raises at once, without a suspension, each time.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.cancel("gone")
    loop.call_soon(print, "somebody else")
    for _ in range(2):
        try:
            await f
        except asyncio.CancelledError as e:
            print("CancelledError", e.args, asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
