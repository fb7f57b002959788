# Getters and putters cancelled while they wait leave no trace: items and slots go to the others.
import asyncio

async def main():
    q = asyncio.Queue(1)
    g = asyncio.create_task(q.get())
    h = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    g.cancel()
    await asyncio.sleep(0)
    q.put_nowait(1)
    print("second getter got", await h, "first cancelled", g.cancelled())
    q.put_nowait(2)
    p = asyncio.create_task(q.put(3))
    r = asyncio.create_task(q.put(4))
    await asyncio.sleep(0)
    p.cancel()
    await asyncio.sleep(0)
    print("got", await q.get())
    await r
    print("got", await q.get(), "put cancelled", p.cancelled(), "empty", q.empty())

asyncio.run(main())
