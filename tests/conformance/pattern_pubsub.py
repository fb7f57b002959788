# Publish and subscribe: each subscriber has a queue of its own; one that leaves gets nothing more.
import asyncio

subscribers = {}

async def subscriber(n, count):
    q = subscribers[n] = asyncio.Queue()
    for _ in range(count):
        print(n, "got", await q.get())
    del subscribers[n]
    print(n, "left")

async def publish(message):
    for n in sorted(subscribers):
        subscribers[n].put_nowait(message)
    await asyncio.sleep(0.01)

async def main():
    ts = [asyncio.create_task(subscriber(n, count)) for n, count in (("a", 1), ("b", 3))]
    await asyncio.sleep(0)
    for message in ("one", "two", "three"):
        await publish(message)
    await asyncio.gather(*ts)
    print("subscribers", len(subscribers))

asyncio.run(main())
