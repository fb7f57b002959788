# shield() of a plain future: the cancellation of a waiter does not cancel the future for the others.
import asyncio

async def waiter(n, f):
    try:
        print(n, "got", await asyncio.shield(f))
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise

async def main():
    f = asyncio.get_running_loop().create_future()
    a, b = asyncio.create_task(waiter("a", f)), asyncio.create_task(waiter("b", f))
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    print("future cancelled", f.cancelled())
    f.set_result("x")
    await asyncio.wait([a, b])

asyncio.run(main())
