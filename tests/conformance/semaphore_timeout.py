# acquire() with a deadline: the permit released later is not lost on the one who gave up.
import asyncio

async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    for i in range(2):
        try:
            await asyncio.wait_for(sem.acquire(), 0.01)
        except TimeoutError:
            print("TimeoutError", i)
    sem.release()
    print("locked", sem.locked())
    print(await asyncio.wait_for(sem.acquire(), 0.01), "locked", sem.locked())

asyncio.run(main())
