# An exception unwinds the awaiting coroutines innermost first, in one step, before anybody else runs.
import asyncio

async def level(n):
    try:
        if n:
            await level(n - 1)
        else:
            await asyncio.sleep(0.01)
            asyncio.get_running_loop().call_soon(print, "somebody else")
            raise ValueError("bottom")
    finally:
        print("unwinding", n)

async def main():
    try:
        await level(3)
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0)

asyncio.run(main())
