# A deadline on a read: TimeoutError, and the data that comes later is read by the next one.
import asyncio

async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"no newline yet")
    try:
        await asyncio.wait_for(r.readline(), 0.01)
    except TimeoutError:
        print("TimeoutError")
    r.feed_data(b", now there is\n")
    print((await asyncio.wait_for(r.readline(), 0.01)).decode().rstrip())

asyncio.run(main())
