# A future is pending, then done or cancelled, once: anything later is an InvalidStateError; cancel() says False.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print("pending", f.done(), f.cancelled())
    f.set_result(1)
    print("done", f.done(), f.cancelled(), f.result(), f.exception())
    print("cancel", f.cancel(), f.cancelled())
    for change in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            change()
        except asyncio.InvalidStateError:
            print("InvalidStateError")
    g = loop.create_future()
    print("cancel", g.cancel(), g.done(), g.cancelled(), g.cancel())
    try:
        g.set_result(1)
    except asyncio.InvalidStateError:
        print("InvalidStateError")
    print("result still", f.result())

asyncio.run(main())
