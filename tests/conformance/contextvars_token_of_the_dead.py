# A token is of no use in another context, though its own is gone.
import asyncio, contextvars

var = contextvars.ContextVar("var", default=0)
kept = None

async def one():
    global kept
    kept = var.set(1)

async def two():
    try:
        var.reset(kept)
        print("reset", var.get())
    except ValueError:
        print("ValueError")

async def main():
    for _ in range(3):
        await asyncio.create_task(one())
        await asyncio.create_task(two())

asyncio.run(main())
