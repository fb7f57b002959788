# An eager task starts inside create_task, but in a context of its own all the same.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

async def child():
    print("child sees", var.get())
    var.set("child")
    await asyncio.sleep(0)
    print("child keeps", var.get())

async def main():
    var.set("main")
    t = asyncio.create_task(child(), eager_start=True)
    print("main keeps", var.get())
    await t
    print("main keeps", var.get())

asyncio.run(main())
