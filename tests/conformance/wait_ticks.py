# wait() resumes two iterations after the last child's future was resolved; a late child of the same iteration counts.
import asyncio

async def child(f):
    return await f

async def parent(t):
    done, pending = await asyncio.wait([t])
    return len(done)

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(child(f))
    p = asyncio.create_task(parent(t))
    await asyncio.sleep(0)
    f.set_result(1)
    for i in range(5):
        print(i, t.done(), p.done())
        await asyncio.sleep(0)
    print(p.result())

asyncio.run(main())
