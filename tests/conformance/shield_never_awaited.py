# A shield that nobody awaits and whose inner task fails: one report, when the outer future goes.
import asyncio

async def fails():
    await asyncio.sleep(0)
    raise ValueError("boom")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], context["exception"]))
    t = asyncio.create_task(fails())
    outer = asyncio.shield(t)
    await asyncio.sleep(0.01)
    print("done", t.done(), outer.done())
    outer = None
    t = None
    print("end")

asyncio.run(main())
