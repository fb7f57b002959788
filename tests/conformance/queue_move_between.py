# A pipeline of queues: each stage takes from one and puts into the next, and ends when its source is shut down.
import asyncio

async def stage(f, source, sink):
    try:
        while True:
            await sink.put(f(await source.get()))
    except asyncio.QueueShutDown:
        sink.shutdown()

async def main():
    a, b, c = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
    t1 = asyncio.create_task(stage(lambda x: x + 1, a, b))
    t2 = asyncio.create_task(stage(lambda x: x * 10, b, c))
    for x in range(4):
        await a.put(x)
    a.shutdown()
    await asyncio.gather(t1, t2)
    result = []
    try:
        while True:
            result.append(await c.get())
    except asyncio.QueueShutDown:
        print(result)

asyncio.run(main())
