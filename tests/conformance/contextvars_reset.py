# set() gives a token, reset() brings the value back; a token is good for one reset, in its own context.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

async def child(token):
    try:
        var.reset(token)
    except ValueError as e:
        print("ValueError: another context")

async def main():
    token = var.set("one")
    inner = var.set("two")
    print(var.get())
    await asyncio.create_task(child(inner))
    var.reset(inner)
    print(var.get(), inner.old_value)
    var.reset(token)
    print(var.get(), token.old_value is contextvars.Token.MISSING)
    try:
        var.reset(token)
    except RuntimeError as e:
        print("RuntimeError: used")

asyncio.run(main())
