# wait_for(task) cancels the task when time is up; wait_for(shield(task)) lets it go on.
import asyncio

async def work():
    await asyncio.sleep(0.03)
    return "finished"

async def main():
    t = asyncio.create_task(work())
    try:
        await asyncio.wait_for(t, 0.01)
    except TimeoutError:
        print("bare: cancelled", t.cancelled())
    t = asyncio.create_task(work())
    try:
        await asyncio.wait_for(asyncio.shield(t), 0.01)
    except TimeoutError:
        print("shielded: done", t.done())
    print(await t)

asyncio.run(main())
