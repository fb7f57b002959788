# Items put before shutdown() go to the getters that wait; those who get nothing get QueueShutDown.
import asyncio

async def getter(n, q):
    try:
        print(n, "got", await q.get())
    except asyncio.QueueShutDown:
        print(n, "QueueShutDown")

async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(n, q)) for n in "abc"]
    await asyncio.sleep(0)
    q.put_nowait("item")
    q.shutdown()
    await asyncio.gather(*ts)
    print("empty", q.empty())

asyncio.run(main())
