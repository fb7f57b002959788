# A handler that raises is reported itself, to the default handler (stderr); the loop survives.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    calls = []

    def handler(loop, context):
        calls.append(str(context["exception"]))
        raise RuntimeError("in the handler")

    def fails(text):
        raise ValueError(text)

    loop.set_exception_handler(handler)
    loop.call_soon(fails, "one")
    loop.call_soon(fails, "two")
    await asyncio.sleep(0)
    print(calls)
    await asyncio.sleep(0.01)
    print("alive")

asyncio.run(main())
