# Each awaiter has a shield of its own: cancelling one does not disturb the other.
import asyncio

async def inner():
    await asyncio.sleep(0.02)
    return 42

async def awaiter(n, t):
    try:
        print(n, "got", await asyncio.shield(t))
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise

async def main():
    t = asyncio.create_task(inner())
    a, b = asyncio.create_task(awaiter("a", t)), asyncio.create_task(awaiter("b", t))
    await asyncio.sleep(0.01)
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled(), t.result())

asyncio.run(main())
