# A stream gives lines as they come, in whatever pieces they were sent.
import asyncio


async def send(stream):
    for piece in (b"Hel", b"lo\nHow are", b" you?\nB", b"ye"):
        await asyncio.sleep(0.1)
        stream.feed_data(piece)
    stream.feed_eof()


async def main():
    stream = asyncio.StreamReader()
    sending = asyncio.create_task(send(stream))
    while True:
        line = (await stream.readline()).decode()
        if not line:
            break
        line = line.removesuffix("\n")
        print(f"<{line}>")
    await sending


asyncio.run(main())
