# A hundred thousand inline awaits in a row and a recursion of 300 levels: no iteration passes.
import asyncio

async def one():
    return 1

async def depth(n):
    return 0 if n == 0 else 1 + await depth(n - 1)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "the loop's turn")
    total = 0
    for _ in range(100000):
        total += await one()
    print("total", total)
    print("depth", await depth(300))
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
