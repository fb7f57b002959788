# Generators that consume generators: lazy, one item travels through all stages before the next one starts.
import asyncio

async def numbers():
    for i in range(1, 5):
        print("make", i)
        yield i

async def squares(source):
    async for x in source:
        await asyncio.sleep(0)
        yield x * x

async def even(source):
    async for x in source:
        if x % 2 == 0:
            yield x

async def main():
    async for x in even(squares(numbers())):
        print("got", x)

asyncio.run(main())
