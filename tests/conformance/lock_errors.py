# release() of an unlocked lock is an error; a lock has no owner: any task may release it.
import asyncio

async def releaser(lock):
    lock.release()
    print("released by another task")

async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print("RuntimeError:", e)
    await lock.acquire()
    await asyncio.create_task(releaser(lock))
    print("locked", lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print("RuntimeError:", e)

asyncio.run(main())
