# After shutdown() the rest is worked off: join() ends when the last task_done() is called.
import asyncio

async def worker(q):
    try:
        while True:
            x = await q.get()
            await asyncio.sleep(0.01)
            print("did", x)
            q.task_done()
    except asyncio.QueueShutDown:
        print("worker ends")

async def main():
    q = asyncio.Queue()
    for x in range(3):
        q.put_nowait(x)
    q.shutdown()
    t = asyncio.create_task(worker(q))
    await q.join()
    print("joined, empty", q.empty())
    await t
    q.shutdown()
    print("a second shutdown is harmless")

asyncio.run(main())
