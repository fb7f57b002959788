# wait_for gives up: the work is cancelled, and TimeoutError is thrown.
import asyncio


async def ask(delay):
    await asyncio.sleep(delay)
    return "an answer"


async def main():
    for delay in (0.1, 0.4):
        try:
            print(await asyncio.wait_for(ask(delay), timeout=0.2))
        except asyncio.TimeoutError:
            print("no answer in time")


asyncio.run(main())
