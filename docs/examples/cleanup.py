import asyncio


async def work():
    await asyncio.sleep(0.1)
    raise ValueError("bad input")


async def clean_up():
    await asyncio.sleep(0.1)
    print("cleaned up")


async def guarded():
    try:
        await work()
    finally:
        await clean_up()


async def main():
    try:
        await guarded()
    except ValueError as error:
        print("failed:", error)


asyncio.run(main())
