# A time limit that moves: each sign of life gives the other side more time.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    patience = asyncio.timeout(0.3)
    try:
        async with patience:
            for pause in (0.2, 0.25, 0.4):
                await asyncio.sleep(pause)
                print("a beat")
                patience.reschedule(loop.time() + 0.3)
    except TimeoutError:
        print("no beat any more, expired:", str(patience.expired()).lower())


asyncio.run(main())
