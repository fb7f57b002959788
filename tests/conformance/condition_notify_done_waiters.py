# notify() counts only those who still wait: two notify(1) in a row wake two; one too many is not remembered.
import asyncio

async def w(n, cond):
    async with cond:
        await cond.wait()
        print("woken", n)

async def main():
    cond = asyncio.Condition()
    a, b = (asyncio.create_task(w(n, cond)) for n in "ab")
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
        cond.notify()
        cond.notify()
    await asyncio.gather(a, b)
    c = asyncio.create_task(w("c", cond))
    await asyncio.sleep(0.01)
    print("c done", c.done())
    async with cond:
        cond.notify(10)
    await c

asyncio.run(main())
