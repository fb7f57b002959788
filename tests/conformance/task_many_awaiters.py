# One task, three awaiters: all get the same result, in the order they began to wait.
import asyncio

async def work():
    await asyncio.sleep(0.01)
    return ["shared"]

async def awaiter(n, t):
    r = await t
    print(n, r, r is t.result())

async def main():
    t = asyncio.create_task(work())
    await asyncio.gather(awaiter("a", t), awaiter("b", t), awaiter("c", t))
    print("late", await t)

asyncio.run(main())
