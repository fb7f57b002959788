# A deadline on one item: the cancellation enters the generator, which may swallow it and go on yielding.
import asyncio

async def gen():
    for ms in (0, 10000, 0):
        try:
            await asyncio.sleep(ms / 1000)
            yield f"after {ms}"
        except asyncio.CancelledError:
            print("generator interrupted")
            yield "interrupted"

async def main():
    g = gen()
    for _ in range(3):
        print(await asyncio.wait_for(anext(g), 0.01))
    print(await anext(g, "end"))

asyncio.run(main())
