# All waiters of a future get its value, in the order in which they began to wait; late ones do not wait.
import asyncio

async def waiter(n, f):
    print(n, "waits")
    print(n, "got", await f)

async def main():
    f = asyncio.get_running_loop().create_future()
    ts = [asyncio.create_task(waiter(n, f)) for n in "abc"]
    await asyncio.sleep(0.01)
    f.set_result(42)
    late = asyncio.create_task(waiter("late", f))
    print("set, not yet delivered:", [t.done() for t in ts])
    await asyncio.wait(ts + [late])
    print([t.done() for t in ts])

asyncio.run(main())
