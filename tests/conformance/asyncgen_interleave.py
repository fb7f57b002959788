# Two consumers of two generators interleave; two of one generator share its items when they take turns.
import asyncio

async def gen(n):
    for i in range(3):
        await asyncio.sleep(0)
        yield f"{n}{i}"

async def consume(who, g):
    async for x in g:
        print(who, "got", x)

async def main():
    await asyncio.gather(consume("a", gen("x")), consume("b", gen("y")))
    shared = gen("z")
    print(await anext(shared), await anext(shared), await anext(shared), await anext(shared, "end"))

asyncio.run(main())
