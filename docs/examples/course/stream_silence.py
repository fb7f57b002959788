# A time limit for each line: who says nothing for too long is hung up on.
import asyncio


async def send(stream):
    for pause in (0.1, 0.2, 0.5):
        await asyncio.sleep(pause)
        stream.feed_data(b"still here\n")


async def main():
    stream = asyncio.StreamReader()
    sending = asyncio.create_task(send(stream))
    try:
        while True:
            line = await asyncio.wait_for(stream.readline(), 0.3)
            print(line.decode(), end="")
    except TimeoutError:
        print("hung up")
    await sending


asyncio.run(main())
