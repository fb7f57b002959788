# return_exceptions=True: all are waited for; exceptions and cancellations are results in their places.
import asyncio

async def child(n):
    await asyncio.sleep(n / 100)
    if n == 2:
        raise ValueError("two")
    return n

async def main():
    ts = [asyncio.create_task(child(n)) for n in range(4)]
    await asyncio.sleep(0)
    ts[3].cancel()
    for r in await asyncio.gather(*ts, return_exceptions=True):
        print(type(r).__name__, r) if isinstance(r, BaseException) else print("value", r)

asyncio.run(main())
