# Only one coroutine may wait for data at a time; a cancelled reader loses nothing.
import asyncio

async def reader(n, r):
    try:
        print(n, (await r.readline()).decode().rstrip())
    except RuntimeError as e:
        print(n, "RuntimeError:", e)
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise

async def main():
    r = asyncio.StreamReader()
    a = asyncio.create_task(reader("a", r))
    await asyncio.sleep(0)
    await reader("b", r)
    r.feed_data(b"half a ")
    await asyncio.sleep(0.01)
    a.cancel()
    await asyncio.wait([a])
    r.feed_data(b"line\n")
    await reader("c", r)

asyncio.run(main())
