# A deadline in the past is due at once, but still in the next iteration and after what is ready; earlier deadlines first.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_at(now - 1, print, "one second ago")
    loop.call_at(now - 2, print, "two seconds ago")
    loop.call_later(-3, print, "three seconds ago")
    loop.call_soon(print, "ready")
    print("main goes on")
    await asyncio.sleep(0)
    print("one iteration")
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
