# Two sleeping tasks that cancel each other on cleanup: each gets its CancelledErrors in order.
import asyncio

async def work(n, tasks):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(n, "first", e.args)
        tasks[1 - n].cancel(f"from {n}")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print(n, "second", e.args)
            raise

async def main():
    tasks = []
    for n in range(2):
        tasks.append(asyncio.create_task(work(n, tasks)))
    await asyncio.sleep(0.01)
    tasks[0].cancel("from main")
    await asyncio.sleep(0.01)
    print([t.done() for t in tasks])
    tasks[1].cancel("from main")
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], [t.cancelling() for t in tasks])

asyncio.run(main())
