# get_exception_handler gives what was set; None takes the handler away.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    print("at first", loop.get_exception_handler() is not None)
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    print("set", loop.get_exception_handler() is not None)
    loop.call_exception_handler({"message": "by hand"})
    loop.get_exception_handler()(loop, {"message": "called directly"})
    loop.set_exception_handler(None)
    print("taken away", loop.get_exception_handler() is not None)

asyncio.run(main())
