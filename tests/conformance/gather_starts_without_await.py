# gather wraps its coroutines into tasks when called: they run although nobody awaits the outer future yet.
import asyncio

async def work(n):
    print("work", n)
    return n

async def main():
    outer = asyncio.gather(work(1), work(2))
    print("called", outer.done())
    await asyncio.sleep(0)
    print("one iteration", outer.done())
    await asyncio.sleep(0)
    print("two iterations", outer.done(), outer.result())

asyncio.run(main())
