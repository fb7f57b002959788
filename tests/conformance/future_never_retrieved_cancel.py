# cancel() of a failed future is False, but it counts as looking at the exception: no report.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("reported", context["exception"]))
    f = loop.create_future()
    f.set_exception(ValueError("one"))
    print("cancel", f.cancel())
    f = None
    print("dropped")
    f = loop.create_future()
    f.set_exception(ValueError("two"))
    f = None
    print("end")

asyncio.run(main())
