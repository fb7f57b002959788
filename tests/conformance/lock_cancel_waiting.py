# A waiter cancelled in the queue is skipped; the others keep their order.
import asyncio

async def w(n, lock):
    try:
        async with lock:
            print("has", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b, c = (asyncio.create_task(w(n, lock)) for n in "abc")
    await asyncio.sleep(0)
    b.cancel()
    await asyncio.sleep(0)
    print("main releases")
    lock.release()
    await asyncio.wait([a, b, c])
    print(a.cancelled(), b.cancelled(), c.cancelled(), "locked", lock.locked())

asyncio.run(main())
