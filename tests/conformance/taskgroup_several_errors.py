# Several children fail in one iteration: all errors are in the group, in the order in which the children ended.
import asyncio

async def fail(e):
    await asyncio.sleep(0)
    raise e

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("first")))
            tg.create_task(fail(RuntimeError("second")))
            tg.create_task(fail(KeyError("third")))
    except ExceptionGroup as eg:
        print(eg.message, len(eg.exceptions))
        for e in eg.exceptions:
            print(type(e).__name__, e.args[0])
        print("except ValueError would not have matched:", not isinstance(eg, ValueError))

asyncio.run(main())
