import asyncio


async def work(name, delay):
    print(name, "starts")
    await asyncio.sleep(delay)
    print(name, "ends")
    return delay


async def main():
    slow = asyncio.create_task(work("slow", 2), name="S")
    fast = asyncio.create_task(work("fast", 1))
    print("both are made")
    first = await slow
    second = await fast
    print(first + second)
    print(slow.get_name(), slow.result())


asyncio.run(main())
