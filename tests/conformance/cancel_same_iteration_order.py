# Cancelled while ready to run: the step that was already queued delivers the CancelledError, in its place in the order.
import asyncio

async def work(n):
    try:
        await asyncio.sleep(0)
        print(n, "goes on")
    except asyncio.CancelledError:
        print(n, "cancelled")

async def main():
    a, b, c = (asyncio.create_task(work(n)) for n in "abc")
    await asyncio.sleep(0)
    b.cancel()
    asyncio.get_running_loop().call_soon(print, "after all")
    await asyncio.wait([a, b, c])
    print(b.cancelled(), b.cancelling())

asyncio.run(main())
