# wait() gives the lock away and has it again when it returns; notify(n) wakes the n who waited longest.
import asyncio

async def w(n, cond):
    async with cond:
        print("waits", n)
        print("woken", n, await cond.wait(), "locked", cond.locked())

async def main():
    cond = asyncio.Condition()
    ts = [asyncio.create_task(w(n, cond)) for n in "abcd"]
    await asyncio.sleep(0)
    for n in (1, 2):
        async with cond:
            cond.notify(n)
            print("notified", n)
        await asyncio.sleep(0.01)
        print("done", [t.done() for t in ts])
    async with cond:
        cond.notify_all()
    await asyncio.gather(*ts)

asyncio.run(main())
