# Cancelling a task that waits for a Future cancels the future at once, for all its waiters; the others are not themselves cancelled.
import asyncio

async def waiter(n, f):
    try:
        await f
    except asyncio.CancelledError as e:
        print(n, e.args, "cancelling", asyncio.current_task().cancelling())
        raise

async def main():
    f = asyncio.get_running_loop().create_future()
    a, b = asyncio.create_task(waiter("a", f)), asyncio.create_task(waiter("b", f))
    await asyncio.sleep(0)
    a.cancel("stop a")
    print("future cancelled", f.cancelled(), "a done", a.done())
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled(), a.cancelling(), b.cancelling())

asyncio.run(main())
