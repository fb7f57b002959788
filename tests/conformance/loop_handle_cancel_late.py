# Cancelling a handle after it ran is allowed and changes nothing but its flag.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(print, "ran")
    t = loop.call_later(0.01, print, "timer ran")
    await asyncio.sleep(0.02)
    print("cancelled", h.cancelled(), t.cancelled())
    h.cancel()
    t.cancel()
    print("cancelled", h.cancelled(), t.cancelled())
    await asyncio.sleep(0.01)
    print("end")

asyncio.run(main())
