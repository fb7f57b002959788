# A queue with room for two: who fills it waits for who empties it.
import asyncio


async def producer(belt):
    for part in range(1, 6):
        await belt.put(part)
        print("made", part)
    belt.shutdown()


async def consumer(belt):
    try:
        while True:
            part = await belt.get()
            await asyncio.sleep(0.1)
            print("packed", part)
    except asyncio.QueueShutDown:
        print("no more comes")


async def main():
    belt = asyncio.Queue(2)
    await asyncio.gather(producer(belt), consumer(belt))


asyncio.run(main())
