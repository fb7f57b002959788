# SystemExit raised by the body: the children are cancelled and awaited, then it comes out bare, not in a group.
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("child cleaned up")

async def work():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child())
        await asyncio.sleep(0)
        raise SystemExit(7)

async def main():
    try:
        await work()
    except SystemExit as e:
        print("SystemExit", e.code)
    print("and goes on, cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
