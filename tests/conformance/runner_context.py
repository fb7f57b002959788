# One Runner, one context: a context variable set in one run() is seen by the next one, and not outside.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)

async def increment():
    var.set(var.get() + 1)
    return var.get()

async def in_task():
    return await asyncio.create_task(increment())

with asyncio.Runner() as runner:
    print(runner.run(increment()), runner.run(increment()))
    print("a task's change is its own:", runner.run(in_task()), runner.run(increment()))
print("outside", var.get())
ctx = contextvars.copy_context()
with asyncio.Runner() as runner:
    print("given context", runner.run(increment(), context=ctx), ctx[var])
