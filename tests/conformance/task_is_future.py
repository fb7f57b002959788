# iscoroutine and isfuture tell coroutine objects, futures and tasks apart.
import asyncio

async def work():
    return 1

async def main():
    c = work()
    t = asyncio.create_task(work())
    f = asyncio.get_running_loop().create_future()
    print("coroutine", asyncio.iscoroutine(c), asyncio.iscoroutine(t), asyncio.iscoroutine(f))
    print("future", asyncio.isfuture(c), asyncio.isfuture(t), asyncio.isfuture(f))
    print(await c, await t)

asyncio.run(main())
