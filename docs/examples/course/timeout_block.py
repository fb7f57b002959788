# One time limit for several steps: what is over the limit is the step under way.
import asyncio


async def step(name):
    await asyncio.sleep(0.2)
    print(name)


async def main():
    try:
        async with asyncio.timeout(0.5):
            for name in ("connect", "ask", "read"):
                await step(name)
    except TimeoutError:
        print("out of time")


asyncio.run(main())
