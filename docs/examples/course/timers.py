# The loop's own timers: call_later calls a function, and its handle takes the call back.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    tea = loop.create_future()
    loop.call_later(0.2, tea.set_result, 85)
    loop.call_later(0.1, print, "the water boils")
    alarm = loop.call_later(0.15, print, "never heard")
    alarm.cancel()
    loop.call_soon(print, "the kettle is on")
    print("the tea has", await tea, "degrees")


asyncio.run(main())
