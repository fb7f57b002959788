# sleep() is a coroutine: its time begins when it is awaited, not when it is called.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    nap = asyncio.sleep(0.02, "nap over")
    loop.call_later(0.05, print, "timer 50")
    await asyncio.sleep(0.04)
    print("40 gone")
    print(await nap)
    t = asyncio.create_task(asyncio.sleep(0.02, "task over"))
    loop.call_later(0.05, print, "timer 110")
    await asyncio.sleep(0.04)
    print(t.done(), await t)
    await asyncio.sleep(0.02)

asyncio.run(main())
