# The inner task fails after the outer was cancelled: nobody awaits it, so it is reported (3.14).
import asyncio

async def inner():
    await asyncio.sleep(0.02)
    raise ValueError("too late")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split()[1:], context["exception"]))
    outer = asyncio.shield(inner())
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError")
    await asyncio.sleep(0.03)
    print("end")

asyncio.run(main())
