# readuntil() with several separators (3.13): through whichever ends first.
import asyncio

async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"a;b\r\nc;d\n")
    r.feed_eof()
    separators = (b";", b"\r\n", b"\n")
    for _ in range(4):
        part = await r.readuntil(separators)
        print(len(part), part.decode().rstrip(";\r\n"))
    try:
        await r.readuntil(separators)
    except asyncio.IncompleteReadError as e:
        print("IncompleteReadError", len(e.partial), e.expected)

asyncio.run(main())
