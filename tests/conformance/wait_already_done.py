# Also when the condition holds already, wait() suspends until the callbacks of the done ones have run.
import asyncio

async def value(n):
    return n

async def main():
    a, b = asyncio.create_task(value(1)), asyncio.create_task(value(2))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(print, "somebody else")
    done, pending = await asyncio.wait([a, b])
    print(len(done), len(pending))
    s = asyncio.create_task(asyncio.sleep(10))
    done, pending = await asyncio.wait([a, s], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    await asyncio.sleep(0)
    s.cancel()

asyncio.run(main())
