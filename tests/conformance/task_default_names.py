# Task-N from one counter, which is only consumed when no name is given (3.13).
import asyncio

async def work():
    return asyncio.current_task().get_name()

async def main():
    print("main", asyncio.current_task().get_name())
    a = asyncio.create_task(work())
    b = asyncio.create_task(work(), name="named")
    c = asyncio.create_task(work())
    print(a.get_name(), b.get_name(), c.get_name())
    print(await asyncio.gather(a, b, c, work()))

asyncio.run(main())
