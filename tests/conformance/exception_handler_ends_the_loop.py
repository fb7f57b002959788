# SystemExit and KeyboardInterrupt of an exception handler leave the loop, whoever called it; other errors do not.
import asyncio

def handler_that_raises(error):
    def handler(loop, context):
        print("told of", context["exception"])
        raise error
    return handler

def run_callback(error):
    loop = asyncio.EventLoop()
    loop.set_exception_handler(handler_that_raises(error))
    def fails():
        raise RuntimeError("x")
    loop.call_soon(fails)
    loop.call_soon(loop.stop)
    try:
        loop.run_forever()
        print("went on")
    except BaseException as e:
        print("left by", type(e).__name__)
        loop.run_forever()
    loop.close()

run_callback(SystemExit(1))
run_callback(KeyboardInterrupt())

async def shielded():
    async def fails():
        await asyncio.sleep(1)
        raise RuntimeError("inner")
    asyncio.get_running_loop().set_exception_handler(handler_that_raises(SystemExit(2)))
    inner = asyncio.create_task(fails())
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(2)
    print("not reached")

try:
    asyncio.run(shielded())
except SystemExit as e:
    print("SystemExit", e.code)
