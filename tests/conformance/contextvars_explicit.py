# create_task(context=ctx) uses the given context itself, not a copy: what the task sets is seen in ctx.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

async def child(value):
    print("child sees", var.get())
    var.set(value)

async def main():
    var.set("main")
    ctx = contextvars.copy_context()
    await asyncio.create_task(child("first"), context=ctx)
    print("ctx", ctx[var], "main", var.get())
    await asyncio.create_task(child("second"), context=ctx)
    print("ctx", ctx[var], "main", var.get())
    t = asyncio.create_task(child("third"), context=ctx)
    print("get_context", t.get_context() is ctx)
    await t

asyncio.run(main())
