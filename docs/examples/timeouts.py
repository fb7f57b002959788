import asyncio


async def answer(delay):
    await asyncio.sleep(delay)
    return 42


async def main():
    print(await asyncio.wait_for(answer(1), timeout=2))
    try:
        await asyncio.wait_for(answer(3), timeout=2)
    except TimeoutError:
        print("too slow")

    try:
        async with asyncio.timeout(5):
            print(await answer(3))
            print(await answer(3))
    except TimeoutError:
        print("too slow together")


asyncio.run(main())
