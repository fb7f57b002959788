# Cancelled outer with return_exceptions=True: it waits for all children, and then it is CancelledError all the same.
import asyncio

async def child(n, ms):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(ms / 1000)
        print("cleaned", n)

async def main():
    a, b = asyncio.create_task(child("a", 30)), asyncio.create_task(child("b", 10))
    outer = asyncio.gather(a, b, return_exceptions=True)
    await asyncio.sleep(0)
    print("cancel", outer.cancel())
    await asyncio.sleep(0.02)
    print("done", outer.done(), "b done", b.done())
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError, a done", a.done())

asyncio.run(main())
