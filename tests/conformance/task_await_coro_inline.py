# Awaiting a coroutine runs it in the same task at once: no other task gets a turn unless something suspends.
import asyncio

async def inner(n):
    print("inner", n, asyncio.current_task().get_name())
    return n + 1

async def other():
    print("other")

async def main():
    asyncio.current_task().set_name("main")
    t = asyncio.create_task(other())
    x = 0
    for _ in range(3):
        x = await inner(x)
    print("x", x, "other ran", t.done())
    await t
    print("other ran", t.done())

asyncio.run(main())
