# Merging async generators: a task for each of them feeds one queue.
import asyncio

async def source(n, ms, count):
    for i in range(count):
        await asyncio.sleep(ms / 1000)
        yield f"{n}{i}"

async def pump(g, q):
    async for x in g:
        await q.put(x)

async def merge(*generators):
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        pumps = [tg.create_task(pump(g, q)) for g in generators]
        end = tg.create_task(asyncio.wait(pumps))
        end.add_done_callback(lambda t: q.shutdown())
        try:
            while True:
                yield await q.get()
        except asyncio.QueueShutDown:
            pass

async def main():
    async for x in merge(source("a", 30, 2), source("b", 20, 4)):
        if x != "b2":
            print(x)
    print("end")

asyncio.run(main())
