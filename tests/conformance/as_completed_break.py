# Leaving the iteration early: the remaining tasks go on undisturbed.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def main():
    ts = [asyncio.create_task(child(n, ms)) for n, ms in (("a", 30), ("b", 10), ("c", 20))]
    async for t in asyncio.as_completed(ts):
        print("first", t.result())
        break
    print([t.done() for t in ts])
    print(await asyncio.gather(*ts))

asyncio.run(main())
