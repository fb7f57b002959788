# A done callback that raises is reported to the exception handler; the other callbacks and the awaiter are not disturbed.
import asyncio

async def work():
    return 1

def fails(t):
    raise ValueError("in the callback")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"][:21], context["exception"]))
    t = asyncio.create_task(work())
    t.add_done_callback(lambda t: print("callback 1"))
    t.add_done_callback(fails)
    t.add_done_callback(lambda t: print("callback 3"))
    print("result", await t)
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
