# A small protocol over one stream: a length, then as many bytes, fed byte by byte.
import asyncio

async def feeder(r, data):
    for b in data:
        await asyncio.sleep(0)
        r.feed_data(b.encode())
    r.feed_eof()

async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(feeder(r, "5:hello0:3:abc7:half"))
    try:
        while True:
            length = int((await r.readuntil(b":"))[:-1])
            print(length, [(await r.readexactly(length)).decode()])
    except asyncio.IncompleteReadError as e:
        print("IncompleteReadError", e.partial.decode(), "of", e.expected)
    await t

asyncio.run(main())
