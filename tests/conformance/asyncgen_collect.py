# An async comprehension takes all items; early return ends the generator.
import asyncio

async def gen(limit):
    for i in range(10):
        if i == limit:
            print("enough")
            return
        yield i
        await asyncio.sleep(0)

async def main():
    print([x async for x in gen(3)])
    print([x async for x in gen(0)])

asyncio.run(main())
