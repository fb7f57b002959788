# A generator that yields again when it is being closed: RuntimeError.
import asyncio

async def gen():
    try:
        yield 1
    except GeneratorExit:
        print("ignored")
    yield 2

async def main():
    g = gen()
    print(await anext(g))
    try:
        await g.aclose()
    except RuntimeError as e:
        print("RuntimeError:", e)
    h = gen()
    print(await anext(h))
    await h.athrow(GeneratorExit)
    print("thrown by hand, it may go on")
    await h.aclose()
    await h.aclose()
    print("closing twice is harmless")

asyncio.run(main())
