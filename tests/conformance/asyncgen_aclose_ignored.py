# A generator that ignores aclose() goes on; nothing is thrown into it any more.
import asyncio

async def stubborn():
    again = False
    try:
        yield 1
    except GeneratorExit:
        again = True
    if again:
        yield 2
    yield 3

async def none_at_the_end(awaitable):
    try:
        print(await awaitable)
    except StopAsyncIteration:
        print(None)
    except RuntimeError as e:
        print(e)

async def main():
    for athrow_first in (False, True):
        g = stubborn()
        await none_at_the_end(anext(g))
        await none_at_the_end(g.aclose())
        if athrow_first:
            await none_at_the_end(g.athrow(ValueError("x")))
        await none_at_the_end(g.aclose())
        await none_at_the_end(anext(g))
        await none_at_the_end(anext(g))
        await none_at_the_end(g.aclose())

asyncio.run(main())
