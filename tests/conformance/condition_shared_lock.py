# Two conditions on one lock: "not empty" and "not full" of a bounded buffer.
import asyncio

async def producer(lock, not_empty, not_full, buf):
    for i in range(4):
        async with lock:
            await not_full.wait_for(lambda: len(buf) < 2)
            buf.append(i)
            print("put", i)
            not_empty.notify()

async def main():
    lock, buf = asyncio.Lock(), []
    not_empty, not_full = asyncio.Condition(lock), asyncio.Condition(lock)
    t = asyncio.create_task(producer(lock, not_empty, not_full, buf))
    await asyncio.sleep(0.01)
    for _ in range(4):
        async with lock:
            await not_empty.wait_for(lambda: buf)
            print("got", buf.pop(0), "left", len(buf))
            not_full.notify()
        await asyncio.sleep(0.01)
    await t
    print("locked", lock.locked(), not_empty.locked(), not_full.locked())

asyncio.run(main())
