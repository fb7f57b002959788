# A free lock whose queued waiters are all cancelled is taken at once, before those have run.
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
    a, b = (asyncio.create_task(w(n, lock)) for n in "ab")
    await asyncio.sleep(0)
    a.cancel()
    b.cancel()
    lock.release()
    await lock.acquire()
    print("main has it, locked", lock.locked())
    await asyncio.wait([a, b])
    lock.release()
    print("locked", lock.locked())

asyncio.run(main())
