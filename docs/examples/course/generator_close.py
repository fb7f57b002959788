# A generator that is not read to its end: close it, and it cleans up at once.
import asyncio


class Cursor:
    def __enter__(self):
        print("cursor opened")

    def __exit__(self, *error):
        print("cursor closed")


async def rows():
    with Cursor():
        row = 1
        while True:
            await asyncio.sleep(0.1)
            yield row
            row += 1


async def main():
    all_rows = rows()
    async for row in all_rows:
        print("row", row)
        if row == 3:
            break
    await all_rows.aclose()
    print("done")


asyncio.run(main())
