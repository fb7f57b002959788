# A reader waits until data comes; data in pieces is put together.
import asyncio

async def feeder(r):
    for piece in (b"one ", b"line\nand", b" another\n"):
        await asyncio.sleep(0.01)
        print("feed", len(piece))
        r.feed_data(piece)
    await asyncio.sleep(0.01)
    r.feed_eof()

async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(feeder(r))
    while line := await r.readline():
        print("line", line.decode().rstrip())
    print("end", r.at_eof())
    await t

asyncio.run(main())
