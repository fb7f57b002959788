# Pitfall: a coroutine that is never awaited does nothing.
import asyncio


async def write(text):
    await asyncio.sleep(0.1)
    print(text)


async def wrong():
    lost = write("never printed")
    await asyncio.sleep(0.2)
    lost.close()  # without it Python says what was forgotten


async def right():
    await write("awaited")
    task = asyncio.create_task(write("a task"))
    await task


async def main():
    print("wrong:")
    await wrong()
    print("right:")
    await right()


asyncio.run(main())
