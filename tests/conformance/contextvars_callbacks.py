# call_soon, call_later and add_done_callback capture a copy of the context when they are called.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

def show(what):
    print(what, "sees", var.get())
    var.set("changed by " + what)

async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    var.set("one")
    loop.call_soon(show, "soon")
    var.set("two")
    loop.call_later(0.01, show, "later")
    var.set("three")
    fut.add_done_callback(lambda f: show("done callback"))
    var.set("four")
    fut.set_result(None)
    ctx = contextvars.copy_context()
    loop.call_soon(show, "in ctx", context=ctx)
    await asyncio.sleep(0.02)
    print("main", var.get(), "ctx", ctx[var])

asyncio.run(main())
