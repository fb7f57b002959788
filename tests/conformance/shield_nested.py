# Two shields around one task: cancelling the outermost leaves the middle one and the task.
import asyncio

async def inner():
    await asyncio.sleep(0.02)
    return "safe"

async def main():
    t = asyncio.create_task(inner())
    middle = asyncio.shield(t)
    outer = asyncio.shield(middle)
    await asyncio.sleep(0)
    print("cancel", outer.cancel(), outer.cancelled(), middle.cancelled(), t.cancelling())
    print(await middle)
    print(outer.cancelled(), middle.done(), t.done())

asyncio.run(main())
