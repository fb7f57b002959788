import asyncio


async def parse(text):
    await asyncio.sleep(0.1)
    return int(text)


async def main():
    print(await parse("42"))
    try:
        await parse("none")
    except ValueError:
        print("not a number")


asyncio.run(main())
