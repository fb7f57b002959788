# Several join()s end together; an item put meanwhile makes later join()s wait again.
import asyncio

async def joiner(n, q):
    await q.join()
    print("joined", n)

async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    q.put_nowait(2)
    ts = [asyncio.create_task(joiner(n, q)) for n in "ab"]
    await asyncio.sleep(0)
    await q.get()
    q.task_done()
    await asyncio.sleep(0.01)
    print("one left, joined", [t.done() for t in ts])
    await q.get()
    await asyncio.sleep(0.01)
    print("taken, not done, joined", [t.done() for t in ts])
    q.task_done()
    q.put_nowait(3)
    await asyncio.gather(*ts)
    late = asyncio.create_task(joiner("late", q))
    await asyncio.sleep(0.01)
    print("late done", late.done())
    q.get_nowait()
    q.task_done()
    await late

asyncio.run(main())
