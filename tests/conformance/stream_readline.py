# readline() keeps the newline; the last line may lack it; at the end it gives nothing.
import asyncio

async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"first\n\nthird\nlast")
    r.feed_eof()
    for _ in range(5):
        line = await r.readline()
        print(len(line), line.endswith(b"\n"), line.decode().rstrip("\n"))

asyncio.run(main())
