# as_completed, plain iteration: awaitables that give the next result in order of completion.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    return n

async def main():
    ts = [asyncio.create_task(child(n, ms)) for n, ms in (("a", 30), ("b", 10), ("c", 20))]
    for next_one in asyncio.as_completed(ts):
        print(await next_one, [t.done() for t in ts])

asyncio.run(main())
