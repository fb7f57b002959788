# An ExceptionGroup is no RuntimeError: splitting by RuntimeError goes into nested groups and takes only what is one.
import asyncio

async def fail(e):
    raise e

async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail(ValueError("v")))
        tg.create_task(fail(RuntimeError("r")))

def leaves(eg):
    for e in eg.exceptions:
        yield from leaves(e) if isinstance(e, BaseExceptionGroup) else [type(e).__name__ + ":" + str(e)]

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
    except ExceptionGroup as eg:
        match, rest = eg.split(RuntimeError)
        print("match", list(leaves(match)), "rest", list(leaves(rest)))
        print(len(match.exceptions), type(match.exceptions[0]).__name__)

asyncio.run(main())
