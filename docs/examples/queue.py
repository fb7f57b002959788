import asyncio


async def consumer(queue):
    try:
        while True:
            item = await queue.get()
            await asyncio.sleep(1)
            print("did", item)
    except asyncio.QueueShutDown:
        print("no more")


async def main():
    queue = asyncio.Queue(maxsize=1)
    worker = asyncio.create_task(consumer(queue))
    for item in range(3):
        await queue.put(item)
        print("put", item)
    queue.shutdown()
    await worker


asyncio.run(main())
