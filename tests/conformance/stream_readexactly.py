# readexactly(n) waits for n bytes; the stream ends too early: IncompleteReadError with what there was.
import asyncio

async def feeder(r):
    await asyncio.sleep(0.01)
    r.feed_data(b"cdefgh")
    await asyncio.sleep(0.01)
    r.feed_eof()

async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"ab")
    t = asyncio.create_task(feeder(r))
    print((await r.readexactly(4)).decode())
    print(len(await r.readexactly(0)))
    try:
        await r.readexactly(10)
    except asyncio.IncompleteReadError as e:
        print("IncompleteReadError", e.partial.decode(), e.expected)
        print(e)
    try:
        await r.readexactly(-1)
    except ValueError as e:
        print("ValueError:", e)
    print("left", len(await r.read()))
    await t

asyncio.run(main())
