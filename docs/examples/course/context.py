# A context variable: each task has its own copy, with no parameter passed.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def log(text):
    await asyncio.sleep(0)
    print(f"[{user.get()}]", text)


async def serve(name, delay):
    user.set(name)
    await log("comes")
    await asyncio.sleep(delay)
    await log("goes")


async def main():
    await asyncio.gather(serve("ada", 0.2), serve("bob", 0.1))
    await log("is left")


asyncio.run(main())
