# Messages with their length in front: readuntil for the number, readexactly for the rest.
import asyncio


async def send(stream):
    for piece in (b"5:he", b"llo3:", b"you6:cut"):
        await asyncio.sleep(0.1)
        stream.feed_data(piece)
    stream.feed_eof()


async def main():
    stream = asyncio.StreamReader()
    sending = asyncio.create_task(send(stream))
    try:
        while True:
            length = (await stream.readuntil(b":")).decode()
            length = length.removesuffix(":")
            print((await stream.readexactly(int(length))).decode())
    except asyncio.IncompleteReadError as error:
        print("cut short:", error.partial.decode())
    await sending


asyncio.run(main())
