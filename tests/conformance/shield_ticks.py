# The outer future of a shield is resolved one iteration after the inner task: its awaiter resumes two after it.
import asyncio

async def inner(f):
    return await f

async def outer(t):
    return await asyncio.shield(t)

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(inner(f))
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(0)
    f.set_result("x")
    for i in range(5):
        print(i, t.done(), o.done())
        await asyncio.sleep(0)

asyncio.run(main())
