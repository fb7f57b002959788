# AsyncExitStack: what was entered or pushed is undone in reverse order, awaits included.
import asyncio
from contextlib import AsyncExitStack

class Resource:
    def __init__(self, n):
        self.n = n

    async def __aenter__(self):
        print("enter", self.n)
        return self

    async def __aexit__(self, et, e, tb):
        await asyncio.sleep(0)
        print("exit", self.n)

async def goodbye():
    await asyncio.sleep(0)
    print("callback")

async def main():
    async with AsyncExitStack() as stack:
        for n in "ab":
            await stack.enter_async_context(Resource(n))
        stack.push_async_callback(goodbye)
        await stack.enter_async_context(Resource("c"))
        print("body")
    print("after")

asyncio.run(main())
