# wait_for: the result in time; else the inner coroutine is cancelled and TimeoutError raised.
import asyncio

async def work(ms, result):
    try:
        await asyncio.sleep(ms / 1000)
        return result
    except asyncio.CancelledError:
        print("inner cancelled")
        raise

async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("inner failed")

async def main():
    print(await asyncio.wait_for(work(10, "in time"), 1))
    try:
        await asyncio.wait_for(work(10000, "late"), 0.01)
    except TimeoutError as e:
        print("TimeoutError", [str(e)])
    try:
        await asyncio.wait_for(fail(), 1)
    except ValueError as e:
        print("ValueError", e)
    print(await asyncio.wait_for(work(10, "no deadline"), None))

asyncio.run(main())
