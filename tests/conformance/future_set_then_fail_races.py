# Of two callbacks that resolve one future the first wins; the second gets the InvalidStateError.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    errors = []
    loop.set_exception_handler(lambda loop, context: errors.append(type(context["exception"]).__name__))
    loop.call_soon(f.set_result, "first")
    loop.call_soon(f.set_result, "second")
    loop.call_soon(lambda: f.done() or f.set_result("third"))
    print(await f, errors)
    await asyncio.sleep(0)
    print(f.result(), errors)

asyncio.run(main())
