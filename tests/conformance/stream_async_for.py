# `async for line in reader`: lines until the end of the stream.
import asyncio

async def feeder(r):
    for piece in (b"one\ntw", b"o\n\nfo", b"ur"):
        await asyncio.sleep(0.01)
        r.feed_data(piece)
    r.feed_eof()

async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(feeder(r))
    async for line in r:
        print([line.decode().rstrip("\n")], line.endswith(b"\n"))
    print("end", r.at_eof())
    await t

asyncio.run(main())
