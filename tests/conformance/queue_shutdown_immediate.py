# shutdown(immediate=True) drops the items, lowers the counter of join(), and wakes everybody.
import asyncio

async def getter(q):
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("getter: QueueShutDown")

async def joiner(q):
    await q.join()
    print("joined")

async def main():
    q, empty = asyncio.Queue(), asyncio.Queue()
    for x in range(3):
        q.put_nowait(x)
    j, g = asyncio.create_task(joiner(q)), asyncio.create_task(getter(empty))
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    empty.shutdown(immediate=True)
    await asyncio.gather(j, g)
    print("size", q.qsize())
    for name, f in ("get_nowait", q.get_nowait), ("put_nowait", lambda: q.put_nowait(1)):
        try:
            f()
        except asyncio.QueueShutDown:
            print(name, "QueueShutDown")

asyncio.run(main())
