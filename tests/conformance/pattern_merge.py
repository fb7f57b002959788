# Merging async generators: a task for each of them feeds one queue.
import asyncio

async def source(n, ms, count):
    for i in range(count):
        await asyncio.sleep(ms / 1000)
        yield n + str(i)

async def pump(g, q):
    async for x in g:
        await q.put(x)

async def pump_both(g, h, q):
    await asyncio.gather(pump(g, q), pump(h, q))
    q.shutdown()

async def merge(g, h):
    q = asyncio.Queue()
    pumps = asyncio.create_task(pump_both(g, h, q))
    try:
        while True:
            yield await q.get()
    except asyncio.QueueShutDown:
        pass
    await pumps

async def main():
    async for x in merge(source("a", 25, 2), source("b", 20, 4)):
        print(x)
    print("end")

asyncio.run(main())
