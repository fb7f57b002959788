# A party that gives up on its deadline makes room; the next full round works.
import asyncio

async def main():
    b = asyncio.Barrier(2)
    try:
        async with asyncio.timeout(0.01):
            await b.wait()
    except TimeoutError:
        print("TimeoutError, waiting", b.n_waiting, "broken", b.broken)
    print(sorted(await asyncio.gather(b.wait(), b.wait())))
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print("ValueError:", e)

asyncio.run(main())
