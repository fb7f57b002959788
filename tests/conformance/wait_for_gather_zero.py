# A gathering that wait_for() cancels fails with CancelledError without being cancelled itself: a TimeoutError all the same.
import asyncio

async def main():
    for keep in (False, True):
        everything = asyncio.gather(asyncio.sleep(1), return_exceptions=keep)
        try:
            await asyncio.wait_for(everything, 0)
        except BaseException as e:
            print(type(e).__name__, everything.cancelled())
    done = asyncio.gather(asyncio.sleep(0, 1), return_exceptions=True)
    await asyncio.sleep(1)
    print(await asyncio.wait_for(done, 0))
    inner = asyncio.gather(asyncio.sleep(1))
    try:
        await asyncio.wait_for(asyncio.gather(inner), -1)
    except BaseException as e:
        print(type(e).__name__)

asyncio.run(main())
