# Eager tasks inside eager tasks: current_task() is swapped and restored at every level.
import asyncio

def name():
    return asyncio.current_task().get_name()

async def level(n):
    print("enter", name())
    if n < 3:
        t = asyncio.create_task(level(n + 1), name=f"level {n + 1}", eager_start=True)
        print("back in", name(), "child done", t.done())
        await t
    else:
        await asyncio.sleep(0)
        print("resumed", name())
    print("leave", name())

async def main():
    asyncio.current_task().set_name("main")
    await asyncio.create_task(level(1), name="level 1", eager_start=True)
    print(name())

asyncio.run(main())
