# Some may fail: return_exceptions gives a result or an error for each.
import asyncio


async def load(page):
    await asyncio.sleep(page * 0.1)
    if page == 2:
        raise RuntimeError("page 2 is torn")
    return page * 10


async def main():
    results = await asyncio.gather(load(1), load(2), load(3), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            print("error:", result)
        else:
            print(result, "words")


asyncio.run(main())
