import asyncio


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("open")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.1)
        print("closed")

    def query(self):
        return "rows"


async def main():
    async with Connection() as connection:
        print(connection.query())


asyncio.run(main())
