# The awaiter's wake-up is already queued when the deadline's callback is: the result arrives and the block ends in time.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue()
    cm = asyncio.timeout(None)

    def both():
        q.put_nowait("item")
        cm.reschedule(loop.time())

    loop.call_later(0.01, both)
    async with cm:
        print("got", await q.get())
    print("expired", cm.expired(), "left in the queue:", q.qsize())

asyncio.run(main())
