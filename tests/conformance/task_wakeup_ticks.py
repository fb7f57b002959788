# A result climbs one level of tasks per iteration; levels of coroutines cost nothing.
import asyncio

async def leaf(f):
    return await f

async def by_coro(f):
    return await leaf(f)

async def by_task(t):
    return await t

async def main():
    f = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(leaf(f))
    b = asyncio.create_task(by_coro(f))
    c = asyncio.create_task(by_task(a))
    d = asyncio.create_task(by_task(c))
    await asyncio.sleep(0)
    f.set_result("x")
    for i in range(4):
        print(i, a.done(), b.done(), c.done(), d.done())
        await asyncio.sleep(0)
    print(d.result())

asyncio.run(main())
