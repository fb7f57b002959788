# A deadline around a TaskGroup: the children are cancelled and awaited, then a plain TimeoutError.
import asyncio

async def child(n, log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("child " + n + " cancelled")
        raise

async def main():
    log = []
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as tg:
                a = tg.create_task(child("a", log))
                b = tg.create_task(child("b", log))
    except TimeoutError:
        print("TimeoutError", sorted(log))
    print(a.cancelled(), b.cancelled(), "cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
