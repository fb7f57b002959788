# An exception in a callback goes to the loop's exception handler; the loop and the other callbacks go on.
import asyncio

async def main():
    loop = asyncio.get_running_loop()

    def handler(handler_loop, context):
        print("handler: same loop", handler_loop is loop)
        print(context["message"][:21], type(context["exception"]).__name__, context["exception"])

    def fails():
        raise ValueError("boom")

    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    loop.call_soon(print, "the next callback runs")
    await asyncio.sleep(0)
    loop.call_later(0.01, fails)
    await asyncio.sleep(0.02)
    print("main goes on")

asyncio.run(main())
