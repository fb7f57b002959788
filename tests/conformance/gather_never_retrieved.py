# A gather that nobody awaits: its exception is reported when the outer future goes, the children's are not.
import asyncio

async def fails(n):
    raise ValueError(n)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print(context["message"].split("Future ")[-1], context["exception"]))
    outer = asyncio.gather(fails("one"), fails("two"))
    await asyncio.sleep(0.01)
    print("done", outer.done())
    outer = None
    print("end")

asyncio.run(main())
