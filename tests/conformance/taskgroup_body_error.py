# The body fails: the children are cancelled and awaited, and the error comes in a group too.
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(child())
            await asyncio.sleep(0.01)
            raise ValueError("body")
    except ExceptionGroup as eg:
        print(eg.message, [str(e) for e in eg.exceptions])
    print("child", t.cancelled(), "cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
