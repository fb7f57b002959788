# Cancelled from outside and a child fails: the ExceptionGroup is raised, the next suspension gets the cancellation again (3.13).
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("cleanup")

async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            await asyncio.sleep(10)
    except ExceptionGroup as eg:
        print("ExceptionGroup", [str(e) for e in eg.exceptions], "cancelling", asyncio.current_task().cancelling())
    print("goes on")
    await asyncio.sleep(0.01)
    print("never printed")

async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print("cancelled", t.cancelled(), "cancelling", t.cancelling())

asyncio.run(main())
