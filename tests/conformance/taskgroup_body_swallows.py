# The body swallows the group's cancellation: the ExceptionGroup is raised all the same, and the count is restored.
import asyncio

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("child")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("swallowed")
            await asyncio.sleep(0.01)
            print("body ends normally, cancelling", asyncio.current_task().cancelling())
    except ExceptionGroup as eg:
        print("ExceptionGroup", [str(e) for e in eg.exceptions])
    print("cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
