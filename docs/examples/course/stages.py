# A pipeline of two stages with a queue between: the end is passed on by shutdown.
import asyncio


async def read(words):
    for word in ("one", "three", "seven", "eleven"):
        await asyncio.sleep(0.1)
        await words.put(word)
    words.shutdown()


async def measure(words, sizes):
    try:
        while True:
            word = await words.get()
            await sizes.put(len(word))
    except asyncio.QueueShutDown:
        sizes.shutdown()


async def main():
    words = asyncio.Queue(1)
    sizes = asyncio.Queue(1)
    reading = asyncio.create_task(read(words))
    measuring = asyncio.create_task(measure(words, sizes))
    total = 0
    try:
        while True:
            size = await sizes.get()
            total += size
            print(size, "letters")
    except asyncio.QueueShutDown:
        print(total, "in all")
    await asyncio.gather(reading, measuring)


asyncio.run(main())
