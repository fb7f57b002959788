# Gathers inside a gather: cancelling the outermost reaches all leaves; results nest.
import asyncio

async def leaf(n):
    try:
        await asyncio.sleep(0.01 if n < 4 else 10)
        return n
    except asyncio.CancelledError:
        print("leaf", n, "cancelled")
        raise

async def main():
    print(await asyncio.gather(asyncio.gather(leaf(0), leaf(1)), asyncio.gather(leaf(2), leaf(3))))
    outer = asyncio.gather(asyncio.gather(leaf(4), leaf(5)), asyncio.gather(leaf(6)))
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError")

asyncio.run(main())
