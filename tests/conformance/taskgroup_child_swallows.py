# A sibling that swallows the group's cancellation is waited for to its end; each child is cancelled only once.
import asyncio

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("boom")

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("not yet, cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0.03)
    return "finished all the same"

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            s = tg.create_task(stubborn())
            tg.create_task(fail())
    except ExceptionGroup as eg:
        print("ExceptionGroup", len(eg.exceptions))
    print(s.result(), "cancelling", s.cancelling())

asyncio.run(main())
