# Generators that read generators: each value goes through all of them before the next is made.
import asyncio


async def numbers():
    for number in range(1, 7):
        await asyncio.sleep(0.1)
        print("make", number)
        yield number


async def even(source):
    async for number in source:
        if number % 2 == 0:
            yield number


async def main():
    async for number in even(numbers()):
        print("got", number)


asyncio.run(main())
