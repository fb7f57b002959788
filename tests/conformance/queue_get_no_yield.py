# get() from a queue with items and put() into one with room do not suspend: the others starve until something does.
import asyncio

async def other():
    print("other runs")

async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(other())
    for i in range(3):
        await q.put(i)
    print("got", await q.get(), await q.get(), await q.get())
    print("other done", t.done())
    await asyncio.sleep(0)
    print("other done", t.done())

asyncio.run(main())
