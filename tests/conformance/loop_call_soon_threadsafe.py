# call_soon_threadsafe from the loop's own thread is call_soon: same queue, same order.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    h = loop.call_soon_threadsafe(print, "threadsafe")
    loop.call_soon(print, "soon 2")
    never = loop.call_soon_threadsafe(print, "never")
    never.cancel()
    print("cancelled", h.cancelled(), never.cancelled())
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
