# SystemExit in a child of a TaskGroup: out of run() it comes bare, not in a group.
import asyncio

async def quits():
    await asyncio.sleep(0.01)
    raise SystemExit(3)

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(quits())
    except SystemExit as e:
        print("main sees SystemExit", e.code)
        raise
    print("never printed")

try:
    asyncio.run(main())
except SystemExit as e:
    print("SystemExit", e.code)
