# Between two awaits nobody else runs; a read and a write on both sides of an await are a race.
import asyncio

counter = 0

async def safe():
    global counter
    for _ in range(3):
        x = counter
        counter = x + 1
        await asyncio.sleep(0)

async def racy():
    global counter
    for _ in range(3):
        x = counter
        await asyncio.sleep(0)
        counter = x + 1

async def main():
    global counter
    await asyncio.gather(safe(), safe(), safe())
    print("safe", counter)
    counter = 0
    await asyncio.gather(racy(), racy(), racy())
    print("racy", counter)

asyncio.run(main())
