# Taking a free lock does not suspend: nobody else runs meanwhile.
import asyncio

async def other(log):
    log.append("other ran")

async def main():
    log, lock = [], asyncio.Lock()
    t = asyncio.create_task(other(log))
    print(await lock.acquire(), lock.locked())
    lock.release()
    async with lock:
        print("inside", log)
    print("after", log)
    await asyncio.sleep(0)
    print("after a yield", log)
    await t

asyncio.run(main())
