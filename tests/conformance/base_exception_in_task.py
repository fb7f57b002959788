# SystemExit in a task leaves the loop at once and comes out of run(), after the cleanup; in a TaskGroup it comes out bare.
import asyncio

async def quits():
    await asyncio.sleep(0.01)
    raise SystemExit(3)

async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print("background cleaned up")

async def main(group):
    t = asyncio.create_task(background())
    if group:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(quits())
    else:
        q = asyncio.create_task(quits())
        await asyncio.sleep(0.02)
    print("never printed")

for group in (False, True):
    try:
        asyncio.run(main(group))
    except SystemExit as e:
        print("SystemExit", e.code)
