# Nested groups that end well: the inner one ends before the outer body goes on.
import asyncio

async def work(n, ms):
    await asyncio.sleep(ms / 1000)
    print("done", n)

async def main():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer slow", 50))
        outer.create_task(work("outer fast", 10))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner", 30))
        print("inner group ended")
    print("outer group ended")

asyncio.run(main())
