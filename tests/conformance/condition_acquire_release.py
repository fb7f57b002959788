# The condition's own acquire, release and locked are its lock's.
import asyncio

async def w(cond):
    await cond.acquire()
    print("task has it")
    cond.release()

async def main():
    lock = asyncio.Lock()
    cond = asyncio.Condition(lock)
    print(await cond.acquire(), cond.locked(), lock.locked())
    t = asyncio.create_task(w(cond))
    await asyncio.sleep(0.01)
    print("task done", t.done())
    cond.release()
    await t
    async with lock:
        cond.notify()
        print("the lock itself will do:", cond.locked())
    print(cond.locked(), lock.locked())

asyncio.run(main())
