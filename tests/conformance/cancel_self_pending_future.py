# Cancelled by itself, then awaiting a pending future: the future is cancelled by it, at once, for all.
import asyncio

async def work(f):
    asyncio.current_task().cancel("mine")
    try:
        await f
    except asyncio.CancelledError as e:
        print("work", e.args)
        raise

async def other(f):
    try:
        await f
    except asyncio.CancelledError as e:
        print("other", e.args)

async def main():
    f = asyncio.get_running_loop().create_future()
    f.add_done_callback(lambda f: print("callback", f.cancelled()))
    o = asyncio.create_task(other(f))
    t = asyncio.create_task(work(f))
    await asyncio.sleep(0)
    print("future cancelled", f.cancelled(), "work done", t.done())
    await asyncio.wait([t, o])
    print(t.cancelled(), o.cancelled())

asyncio.run(main())
