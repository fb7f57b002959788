# An error in the generator comes out of the iteration; afterwards it is exhausted for ever.
import asyncio

async def gen():
    yield 1
    raise ValueError("in the generator")
    yield 2

async def main():
    g = gen()
    try:
        async for x in g:
            print("got", x)
    except ValueError as e:
        print("ValueError", e)
    for _ in range(2):
        print(await anext(g, "exhausted"))
    async for x in g:
        print("never printed")
    await g.aclose()

asyncio.run(main())
