# Between release() and the waiter's resumption the lock is not locked, yet a third task has to queue up.
import asyncio

async def w(n, lock):
    await lock.acquire()
    print(n, "has it")
    lock.release()

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(w("a", lock))
    await asyncio.sleep(0)
    lock.release()
    print("released: locked", lock.locked())
    await lock.acquire()
    print("main has it, a done:", a.done())
    lock.release()

asyncio.run(main())
