# A future's exception that nobody retrieves is reported when the future goes; exception() or an awaiter counts as retrieval.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], context["exception"]))
    f = loop.create_future()
    f.set_exception(ValueError("one"))
    f = None
    print("dropped one")
    f = loop.create_future()
    f.set_exception(ValueError("two"))
    print("looked at", f.exception())
    f = loop.create_future()
    f.set_exception(ValueError("three"))
    try:
        await f
    except ValueError as e:
        print("awaited", e)
    f = None
    print("end")

asyncio.run(main())
