# A getter that was woken and then cancelled passes the wake-up on: the item is not lost.
import asyncio

async def getter(n, q):
    try:
        print(n, "got", await q.get())
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise

async def main():
    q = asyncio.Queue()
    a, b = (asyncio.create_task(getter(n, q)) for n in "ab")
    await asyncio.sleep(0)
    q.put_nowait("item")
    a.cancel()
    await asyncio.wait([a, b], timeout=0.05)
    print("a cancelled", a.cancelled(), "b done", b.done(), "left", q.qsize())
    c = asyncio.create_task(getter("c", q))
    await asyncio.sleep(0)
    q.put_nowait("kept")
    c.cancel()
    await asyncio.wait([c])
    print("left", q.qsize(), q.get_nowait())

asyncio.run(main())
