# Timers fire by deadline, not by registration; a cancelled one does not fire.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for ms in (30, 10, 50, 20):
        loop.call_later(ms / 1000, print, "timer", ms)
    h = loop.call_later(0.04, print, "never")
    print("cancelled", h.cancelled())
    h.cancel()
    print("cancelled", h.cancelled())
    await asyncio.sleep(0.06)
    print("end")

asyncio.run(main())
