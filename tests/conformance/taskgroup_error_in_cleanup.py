# A sibling that fails while it is being cancelled adds its error to the group, after the first one.
import asyncio

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("first")

async def fails_in_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("second")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails_in_cleanup())
            tg.create_task(fail())
            try:
                await asyncio.sleep(10)
            finally:
                raise KeyError("body")
    except ExceptionGroup as eg:
        print([type(e).__name__ + ":" + e.args[0] for e in eg.exceptions])

asyncio.run(main())
