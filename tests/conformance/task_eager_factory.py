# eager_task_factory: every create_task of the loop runs synchronously up to the first suspension.
import asyncio

async def quick(n):
    print("quick", n)
    return n

async def slow(n):
    print("slow begins", n)
    await asyncio.sleep(0.01)
    print("slow ends", n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    q = asyncio.create_task(quick(1))
    s = asyncio.create_task(slow(2))
    print("created", q.done(), s.done())
    print(await asyncio.gather(quick(3), slow(4), q, s))
    loop.set_task_factory(None)
    t = asyncio.create_task(quick(5))
    print("not eager", t.done())
    await t

asyncio.run(main())
