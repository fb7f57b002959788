# yield_now() of C++ is sleep(0): one iteration, a point of cancellation.
import asyncio

async def yield_now():
    await asyncio.sleep(0)

async def work():
    try:
        while True:
            print("turn")
            await yield_now()
    except asyncio.CancelledError:
        print("cancelled at the yield")
        raise

async def main():
    t = asyncio.create_task(work())
    for _ in range(3):
        await yield_now()
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())

asyncio.run(main())
