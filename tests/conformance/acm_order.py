# An async context manager: enter, body, exit; exit runs on errors too, awaits, and the innermost goes first.
import asyncio

class Resource:
    def __init__(self, n):
        self.n = n

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.n)
        return self.n.upper()

    async def __aexit__(self, et, e, tb):
        await asyncio.sleep(0.01)
        print("exit", self.n, et.__name__ if et else None)
        return False

async def main():
    async with Resource("a") as x, Resource("b") as y:
        print("body", x, y)
    try:
        async with Resource("c"), Resource("d"):
            raise ValueError("body")
    except ValueError as e:
        print("ValueError", e)

asyncio.run(main())
