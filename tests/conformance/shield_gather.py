# A shield inside a gather: the gather's cancellation does not reach the shielded child.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(0.02)
        print(n, "ends")
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise

async def main():
    s = asyncio.create_task(child("shielded"))
    outer = asyncio.gather(asyncio.shield(s), child("bare"))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError, shielded done", s.done())
    await s

asyncio.run(main())
