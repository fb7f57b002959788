# as_completed of nothing: no iteration at all, in both forms.
import asyncio

async def main():
    n = 0
    for next_one in asyncio.as_completed([]):
        n += 1
    async for t in asyncio.as_completed([]):
        n += 1
    print("iterations", n)

asyncio.run(main())
