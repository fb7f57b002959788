# set_exception_handler(None) restores the default one, which logs the message; call_exception_handler goes to the handler.
import asyncio
import logging

class Collect(logging.Handler):
    def emit(self, record):
        print("log:", record.getMessage().split("\n")[0])

async def main():
    log = logging.getLogger("asyncio")
    log.handlers, log.propagate = [Collect()], False
    loop = asyncio.get_running_loop()
    print("handler", loop.get_exception_handler())
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    loop.call_exception_handler({"message": "to the handler"})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "to the log"})
    loop.default_exception_handler({"message": "straight to the log"})
    log.handlers, log.propagate = [], True

asyncio.run(main())
