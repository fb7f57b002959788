# An async generator runs in the context of whoever asks for the next item, also if the consumers differ.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

async def gen():
    while True:
        yield var.get()

async def consumer(name, g):
    var.set(name)
    print(name, "gets", await anext(g))

async def main():
    g = gen()
    print("main gets", await anext(g))
    await asyncio.create_task(consumer("a", g))
    await asyncio.create_task(consumer("b", g))
    print("main gets", await anext(g))
    await g.aclose()

asyncio.run(main())
