# Pitfall: a task reads a reference when it runs, and by then it may be another text, or none; pass values.
import asyncio


async def wrong(guest):
    await asyncio.sleep(0.1)
    print("hello", guest())


async def right(guest):
    await asyncio.sleep(0.1)
    print("hello", guest)


async def main():
    # A lambda reads the variable when it is called: what a reference does in C++.
    guest = ""
    greetings = []
    for name in ("ada", "bob"):
        guest = name
        greetings.append(asyncio.create_task(wrong(lambda: guest)))
        greetings.append(asyncio.create_task(right(guest)))
    await asyncio.gather(*greetings)


asyncio.run(main())
