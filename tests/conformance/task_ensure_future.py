# ensure_future wraps a coroutine into a task and passes futures and tasks through.
import asyncio

async def work():
    print("work runs")
    return 1

async def main():
    t = asyncio.ensure_future(work())
    print("created", t.done())
    f = asyncio.get_running_loop().create_future()
    print("same", asyncio.ensure_future(f) is f, asyncio.ensure_future(t) is t)
    print(await t)
    f.set_result(2)
    print(await asyncio.ensure_future(f))

asyncio.run(main())
