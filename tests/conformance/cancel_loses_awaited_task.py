# An awaiter cancelled while the awaited task has just finished: the task's result stays with the task.
import asyncio

async def child():
    await asyncio.sleep(0)
    return "child's result"

async def parent(t):
    try:
        print("got", await t)
    except asyncio.CancelledError:
        print("parent cancelled, child", t.cancelled(), t.result())
        raise

async def main():
    c = asyncio.create_task(child())
    p = asyncio.create_task(parent(c))
    p2 = asyncio.create_task(parent(c))
    c.add_done_callback(lambda _: p2.cancel())
    await asyncio.wait([p, p2])
    print(p.cancelled(), p2.cancelled())

asyncio.run(main())
