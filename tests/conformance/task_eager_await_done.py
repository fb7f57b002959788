# An eager task that awaits only finished things completes inside create_task; awaiting it does not yield.
import asyncio

async def adds(f, t):
    return await f + await t

async def one():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.set_result(10)
    t = asyncio.create_task(one(), eager_start=True)
    e = asyncio.create_task(adds(f, t), eager_start=True)
    loop.call_soon(print, "somebody else")
    print("done", t.done(), e.done())
    print(await e)
    print("in all_tasks", e in asyncio.all_tasks())
    await asyncio.sleep(0)

asyncio.run(main())
