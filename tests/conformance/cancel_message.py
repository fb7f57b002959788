# The message given to cancel() reaches the task and is carried to its awaiters.
import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("inner", e.args)
        raise

async def outer(t):
    try:
        await t
    except asyncio.CancelledError as e:
        print("outer", e.args)
        raise

async def main():
    for message in ("enough", None):
        t = asyncio.create_task(inner())
        o = asyncio.create_task(outer(t))
        await asyncio.sleep(0)
        t.cancel(message) if message else t.cancel()
        try:
            await o
        except asyncio.CancelledError as e:
            print("main", e.args)

asyncio.run(main())
