# Cancelled outer without return_exceptions: it raises when the first child is cancelled; slow cleanups are not waited for.
import asyncio

async def child(n, ms):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(ms / 1000)
        print("cleaned", n)

async def main():
    a, b = asyncio.create_task(child("a", 30)), asyncio.create_task(child("b", 10))
    outer = asyncio.gather(a, b)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("CancelledError, a done", a.done(), "b done", b.done())
    await asyncio.wait([a])
    print("a done", a.done())

asyncio.run(main())
