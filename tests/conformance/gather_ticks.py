# A gather's awaiter resumes two iterations after the last child's future was resolved.
import asyncio

async def child(f):
    return await f

async def parent(f, g):
    return await asyncio.gather(child(f), child(g))

async def main():
    loop = asyncio.get_running_loop()
    f, g = loop.create_future(), loop.create_future()
    p = asyncio.create_task(parent(f, g))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    f.set_result(1)
    await asyncio.sleep(0)
    g.set_result(2)
    for i in range(5):
        print(i, p.done())
        await asyncio.sleep(0)
    print(p.result())

asyncio.run(main())
