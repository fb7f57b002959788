# sleep(delay, result) returns the result; zero and negative delays are one bare yield, in order with call_soon.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(0.01, "ten"))
    print(await asyncio.sleep(0, 0))
    loop.call_soon(print, "soon 1")
    print(await asyncio.sleep(-1, "negative"))
    loop.call_soon(print, "soon 2")
    await asyncio.sleep(-5)
    print("end")

asyncio.run(main())
