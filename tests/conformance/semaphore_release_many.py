# A Semaphore can be released beyond its start value; a BoundedSemaphore says no; negative start values too.
import asyncio

async def main():
    sem = asyncio.Semaphore(1)
    sem.release()
    sem.release()
    for i in range(3):
        await sem.acquire()
        print("permit", i, "locked", sem.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as e:
        print("ValueError:", e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print("ValueError:", e)

asyncio.run(main())
