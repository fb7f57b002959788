# The same task given twice is yielded once.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    return n

async def main():
    a, b = asyncio.create_task(child("a", 20)), asyncio.create_task(child("b", 10))
    async for t in asyncio.as_completed([a, b, a, b]):
        print(t.result())
    print("end")

asyncio.run(main())
