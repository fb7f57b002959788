# The state is read when the waiter resumes: a child that ends between the wake-up and the resumption is in done too.
import asyncio

async def child(n, f):
    await f
    return n

async def main():
    loop = asyncio.get_running_loop()
    f, g = loop.create_future(), loop.create_future()
    a, b = asyncio.create_task(child("a", f)), asyncio.create_task(child("b", g))
    f.add_done_callback(lambda _: g.set_result(None))
    loop.call_later(0.01, f.set_result, None)
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.result() for t in done), len(pending))

asyncio.run(main())
