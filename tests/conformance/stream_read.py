# read(n) gives what there is, up to n bytes; read() everything to the end; at_eof() after the last byte.
import asyncio

async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"hello world")
    print((await r.read(5)).decode(), "eof", r.at_eof())
    print((await r.read(100)).decode())
    r.feed_data(b"rest ")
    r.feed_data(b"of it")
    r.feed_eof()
    print("eof", r.at_eof())
    print((await r.read()).decode(), "eof", r.at_eof())
    print(len(await r.read(10)), len(await r.read()), len(await r.read(0)))

asyncio.run(main())
