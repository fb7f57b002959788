# Handles and done callbacks take a context; Handle.get_context() gives it.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

def show(n):
    print(n, "sees", var.get())

async def main():
    loop = asyncio.get_running_loop()
    ctx = contextvars.copy_context()
    ctx.run(var.set, "in ctx")
    soon = loop.call_soon(show, "soon", context=ctx)
    later = loop.call_later(0.01, show, "later", context=ctx)
    print(soon.get_context() is ctx, later.get_context() is ctx)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: show("done callback"), context=ctx)
    fut.set_result(None)
    await asyncio.sleep(0.02)
    print("main", var.get())

asyncio.run(main())
