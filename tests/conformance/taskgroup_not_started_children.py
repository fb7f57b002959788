# A child fails before its later siblings have started: the body of those never runs.
import asyncio

async def fail():
    raise ValueError("at once")

async def never():
    print("never printed")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(fail())
            await asyncio.sleep(0)
            b = tg.create_task(never())
    except ExceptionGroup as eg:
        print("ExceptionGroup", [str(e) for e in eg.exceptions])
    print("a failed", isinstance(a.exception(), ValueError), "b cancelled", b.cancelled())

asyncio.run(main())
