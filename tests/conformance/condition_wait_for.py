# wait_for(predicate) goes back to waiting until the predicate holds, and gives its value.
import asyncio

async def consumer(n, cond, items):
    async with cond:
        got = await cond.wait_for(lambda: len(items))
        print(n, "sees", got, "takes", items.pop(0))

async def main():
    cond, items = asyncio.Condition(), []
    ts = [asyncio.create_task(consumer(n, cond, items)) for n in "ab"]
    await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
        print("notified without an item")
    await asyncio.sleep(0.01)
    for x in (1, 2):
        async with cond:
            items.append(x)
            cond.notify_all()
        await asyncio.sleep(0.01)
        print("done", [t.done() for t in ts])

asyncio.run(main())
