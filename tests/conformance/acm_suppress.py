# An exit that returns true swallows the error; one that raises replaces it; a failed enter has no exit.
import asyncio

class Suppress:
    async def __aenter__(self):
        return self

    async def __aexit__(self, et, e, tb):
        print("swallows", e)
        return True

class Replace(Suppress):
    async def __aexit__(self, et, e, tb):
        raise KeyError("replaced")

class NoEntry(Suppress):
    async def __aenter__(self):
        raise ValueError("no entry")

async def main():
    async with Suppress():
        raise ValueError("body")
    print("goes on")
    try:
        async with Replace():
            raise ValueError("body")
    except KeyError as e:
        print("KeyError", e.args[0])
    try:
        async with NoEntry():
            print("never printed")
    except ValueError as e:
        print("ValueError", e)

asyncio.run(main())
