# An exception handler that itself fails does not stop the loop.
import asyncio
import logging

def handler(loop, context):
    print("handler:", context["exception"])
    raise RuntimeError("handler failed")

def bad():
    raise ValueError("callback failed")

async def main():
    logging.getLogger("asyncio").disabled = True
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    await asyncio.sleep(0.01)
    print("the loop goes on")
    logging.getLogger("asyncio").disabled = False

asyncio.run(main())
