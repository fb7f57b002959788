# Awaiting a child inside the body: its error is raised there as itself, and by the group as well.
import asyncio

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("child")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(fail())
            try:
                await t
            except ValueError as e:
                print("body sees", e)
            except asyncio.CancelledError:
                print("body cancelled")
                raise
            try:
                await asyncio.sleep(0.01)
            except asyncio.CancelledError:
                print("next await is cancelled")
                raise
    except ExceptionGroup as eg:
        print("ExceptionGroup", [str(e) for e in eg.exceptions])

asyncio.run(main())
