# A line longer than the limit: LimitOverrunError of readuntil, which leaves the data; ValueError of readline, which drops it.
import asyncio

async def main():
    r = asyncio.StreamReader(limit=8)
    r.feed_data(b"much too long a line\nok\n")
    try:
        await r.readuntil(b"\n")
    except asyncio.LimitOverrunError as e:
        print("LimitOverrunError", e.consumed, e)
    try:
        await r.readline()
    except ValueError as e:
        print("ValueError:", e)
    print((await r.readline()).decode().rstrip())
    r.feed_data(b"no separator at all")
    try:
        await r.readuntil(b"\n")
    except asyncio.LimitOverrunError as e:
        print("LimitOverrunError", e.consumed, e)
    print((await r.read(100)).decode())

asyncio.run(main())
