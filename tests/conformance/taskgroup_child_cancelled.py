# A child that ends cancelled, by others or by itself, is no error: its siblings and the group go on.
import asyncio

async def work(n, ms):
    await asyncio.sleep(ms / 1000)
    print("done", n)

async def gives_up():
    raise asyncio.CancelledError

async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work("a", 30))
        b = tg.create_task(work("b", 20))
        c = tg.create_task(gives_up())
        await asyncio.sleep(0.01)
        b.cancel()
    print("cancelled", a.cancelled(), b.cancelled(), c.cancelled())

asyncio.run(main())
