# An item that arrives in the iteration of the deadline is not lost: get() is cancelled, the item stays in the queue.
import asyncio

async def attempt(item_first):
    loop = asyncio.get_running_loop()
    q = asyncio.Queue()
    when = loop.time() + 0.02
    if item_first:
        loop.call_at(when, q.put_nowait, "item")
    try:
        async with asyncio.timeout_at(when):
            if not item_first:
                loop.call_at(when, q.put_nowait, "item")
            print("got", await q.get())
    except TimeoutError:
        print("TimeoutError")
    print("left in the queue:", q.qsize())
    print(q.get_nowait())

async def main():
    await attempt(True)
    await attempt(False)

asyncio.run(main())
