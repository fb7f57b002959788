# An error in an inner group: its ExceptionGroup is one error of the outer group; the outer's other children are cancelled.
import asyncio

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("deep")

async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail())
        await asyncio.sleep(10)

async def sibling():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("sibling cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
            tg.create_task(sibling())
    except ExceptionGroup as eg:
        print(len(eg.exceptions), type(eg.exceptions[0]).__name__)
        print(len(eg.exceptions[0].exceptions), eg.exceptions[0].exceptions[0])

asyncio.run(main())
