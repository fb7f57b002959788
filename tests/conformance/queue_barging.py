# get() is not strictly fair: get_nowait() may steal the item of a woken getter, which then waits again, at the end.
import asyncio

async def getter(n, q):
    print(n, "got", await q.get())

async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(getter("a", q))
    b = asyncio.create_task(getter("b", q))
    await asyncio.sleep(0)
    q.put_nowait(1)
    print("main steals", q.get_nowait())
    await asyncio.sleep(0.01)
    print("done", a.done(), b.done())
    q.put_nowait(2)
    q.put_nowait(3)
    await asyncio.gather(a, b)

asyncio.run(main())
