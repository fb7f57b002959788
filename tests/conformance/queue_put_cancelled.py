# A putter that was woken and then cancelled gives the free slot to the next putter.
import asyncio

async def putter(n, q):
    try:
        await q.put(n)
        print("put", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    q = asyncio.Queue(1)
    q.put_nowait("first")
    a, b = (asyncio.create_task(putter(n, q)) for n in "ab")
    await asyncio.sleep(0)
    print("got", q.get_nowait())
    a.cancel()
    await asyncio.wait([a, b], timeout=0.05)
    print("a cancelled", a.cancelled(), "b done", b.done(), "got", await q.get(), "left", q.qsize())

asyncio.run(main())
