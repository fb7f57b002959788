import asyncio


async def square(n):
    await asyncio.sleep(0.1)
    if n < 0:
        raise ValueError("negative")
    return n * n


async def main():
    a, b = await asyncio.gather(square(3), square(4))
    print(a, b)

    calls = [square(n) for n in range(4)]
    print(sum(await asyncio.gather(*calls)))

    results = await asyncio.gather(
        square(5), square(-1), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            print("error:", result)
        else:
            print(result)


asyncio.run(main())
