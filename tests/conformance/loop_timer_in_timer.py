# A timer set by a timer's callback, even due at once, fires in a later iteration than call_soon from the same callback.
import asyncio

async def main():
    loop = asyncio.get_running_loop()

    def outer():
        print("outer")
        loop.call_later(0, print, "inner timer")
        loop.call_soon(print, "inner soon")
        loop.call_soon(loop.call_soon, print, "second soon")

    loop.call_later(0.01, outer)
    await asyncio.sleep(0.03)
    print("end")

asyncio.run(main())
