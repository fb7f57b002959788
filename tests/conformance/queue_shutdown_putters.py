# shutdown() wakes the putters of a full queue with QueueShutDown; what is in the queue can still be taken.
import asyncio

async def putter(n, q):
    try:
        await q.put(n)
        print("put", n)
    except asyncio.QueueShutDown:
        print(n, "QueueShutDown, full", q.full())

async def main():
    q = asyncio.Queue(1)
    q.put_nowait("kept")
    ts = [asyncio.create_task(putter(n, q)) for n in "ab"]
    await asyncio.sleep(0)
    q.shutdown()
    await asyncio.gather(*ts)
    print("got", await q.get())
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("get: QueueShutDown")

asyncio.run(main())
