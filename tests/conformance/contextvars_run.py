# Context.run: what the function sets stays in that context; entering it twice is an error.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)
bare = contextvars.ContextVar("bare")

def bump():
    var.set(var.get() + 1)
    return var.get()

async def main():
    ctx = contextvars.copy_context()
    print(ctx.run(bump), ctx.run(bump), "outside", var.get())
    print("ctx", ctx[var], "its copy", ctx.copy()[var])
    try:
        ctx.run(lambda: ctx.run(bump))
    except RuntimeError:
        print("RuntimeError: entered twice")
    try:
        bare.get()
    except LookupError:
        print("LookupError: no value and no default")
    print(bare.get("fallback"))
    try:
        ctx[bare]
    except KeyError:
        print("KeyError: not in the context")

asyncio.run(main())
