# A TaskGroup is entered once.
import asyncio

async def main():
    tg = asyncio.TaskGroup()
    async with tg:
        pass
    try:
        async with tg:
            print("never printed")
    except RuntimeError as e:
        print("RuntimeError:", str(e)[str(e).rindex(">") + 2:])

asyncio.run(main())
