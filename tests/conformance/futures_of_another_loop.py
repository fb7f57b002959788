# gather(), as_completed() and run_until_complete() refuse the futures of another loop.
import asyncio

a, b = asyncio.EventLoop(), asyncio.EventLoop()

def attempt(f):
    try:
        f()
    except ValueError as e:
        print(e)

f, g = a.create_future(), b.create_future()
attempt(lambda: asyncio.gather(f, g))
attempt(lambda: a.run_until_complete(g))

async def main():
    attempt(lambda: list(asyncio.as_completed([g])))
    attempt(lambda: asyncio.gather(asyncio.current_task(), g, return_exceptions=True))

a.run_until_complete(main())
a.close()
b.close()
