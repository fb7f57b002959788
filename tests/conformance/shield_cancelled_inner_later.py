# The inner task is cancelled after the outer future was: nothing is reported.
import asyncio

async def inner():
    await asyncio.sleep(10)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("reported", context["message"]))
    t = asyncio.create_task(inner())
    outer = asyncio.shield(t)
    await asyncio.sleep(0)
    print("cancel outer", outer.cancel())
    await asyncio.sleep(0)
    print("cancel inner", t.cancel())
    await asyncio.wait([t])
    print(outer.cancelled(), t.cancelled())
    await asyncio.sleep(0.01)
    print("end")

asyncio.run(main())
