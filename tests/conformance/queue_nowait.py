# put_nowait() and get_nowait() never wait: QueueFull and QueueEmpty; qsize, full and empty tell the state.
import asyncio

async def main():
    q = asyncio.Queue(maxsize=2)
    print("empty", q.empty(), "full", q.full(), "size", q.qsize())
    q.put_nowait("a")
    q.put_nowait("b")
    print("empty", q.empty(), "full", q.full(), "size", q.qsize())
    try:
        q.put_nowait("c")
    except asyncio.QueueFull:
        print("QueueFull")
    print(q.get_nowait(), q.get_nowait() == "b")
    try:
        q.get_nowait()
    except asyncio.QueueEmpty:
        print("QueueEmpty")
    unbounded = asyncio.Queue()
    for i in range(1000):
        unbounded.put_nowait(i)
    print("maxsize", unbounded.maxsize, "full", unbounded.full(), "size", unbounded.qsize())

asyncio.run(main())
