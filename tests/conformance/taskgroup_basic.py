# The end of the block waits for every child; results are read from the tasks afterwards.
import asyncio

async def work(n, ms):
    await asyncio.sleep(ms / 1000)
    print("done", n)
    return n.upper()

async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work("a", 30))
        b = tg.create_task(work("b", 10))
        print("body ends, done:", a.done(), b.done())
    print("group ends, done:", a.done(), b.done())
    print(a.result(), b.result())
    async with asyncio.TaskGroup():
        pass
    print("an empty group ends at once")

asyncio.run(main())
