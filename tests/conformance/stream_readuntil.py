# readuntil(separator) takes up to and with the separator, which may come in pieces; at the end: IncompleteReadError.
import asyncio

async def feeder(r):
    for piece in (b"first-", b"", b"-second--th", b"ird"):
        await asyncio.sleep(0.01)
        r.feed_data(piece)
    r.feed_eof()

async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(feeder(r))
    print((await r.readuntil(b"--")).decode())
    print((await r.readuntil(b"--")).decode())
    try:
        await r.readuntil(b"--")
    except asyncio.IncompleteReadError as e:
        print("IncompleteReadError", e.partial.decode(), e.expected)
    try:
        await r.readuntil(b"")
    except ValueError as e:
        print("ValueError:", e)
    await t

asyncio.run(main())
