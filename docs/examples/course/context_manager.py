# A block that awaits at its begin and at its end, whatever happens in between.
import asyncio


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.1)
        print("disconnected, error:", str(error is not None).lower())
        return False  # true would swallow the error

    def send(self, number):
        if number > 2:
            raise ValueError("too large")
        print("sent", number)


async def main():
    try:
        async with Connection() as connection:
            for number in range(1, 4):
                connection.send(number)
    except ValueError as error:
        print(error)


asyncio.run(main())
