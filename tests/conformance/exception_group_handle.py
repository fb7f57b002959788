# except*: each clause takes what matches, out of nested groups too; the rest is raised on.
import asyncio

async def fail(e):
    raise e

async def failing_group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail(ValueError("v")))
        tg.create_task(fail(KeyError("k")))
        tg.create_task(fail(RuntimeError("r")))

async def main():
    try:
        try:
            await failing_group()
        except* ValueError as eg:
            print("ValueError", [e.args[0] for e in eg.exceptions])
        except* KeyError as eg:
            print("KeyError", [e.args[0] for e in eg.exceptions])
    except ExceptionGroup as rest:
        print("rest", [type(e).__name__ + ":" + e.args[0] for e in rest.exceptions])

asyncio.run(main())
