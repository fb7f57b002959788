# Tasks of different result types in one wait().
import asyncio

async def number():
    await asyncio.sleep(0.01)
    return 1

async def text():
    await asyncio.sleep(0.03)
    return "two"

async def main():
    n, t = asyncio.create_task(number()), asyncio.create_task(text())
    done, pending = await asyncio.wait([n, t], timeout=0.02)
    print(n in done, t in pending)
    done, pending = await asyncio.wait([n, t])
    print(len(done), n.result(), t.result())

asyncio.run(main())
