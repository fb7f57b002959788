# The timeout raises nothing and cancels nothing: what is not done is in pending.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def main():
    a, b = asyncio.create_task(child("a", 10)), asyncio.create_task(child("b", 40))
    done, pending = await asyncio.wait([a, b], timeout=0.02)
    print(done == {a}, pending == {b}, b.cancelling())
    print(await b)
    done, pending = await asyncio.wait([a, b], timeout=0.02)
    print(len(done), len(pending))

asyncio.run(main())
