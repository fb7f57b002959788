# The same task or coroutine given twice is waited for once; its result appears twice.
import asyncio

async def work():
    print("work runs")
    await asyncio.sleep(0)
    return 7

async def main():
    t = asyncio.create_task(work())
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    print(await asyncio.gather(t, f, t, f, t))
    print("done", t.done())

asyncio.run(main())
