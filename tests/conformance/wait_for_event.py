# wait_for(event.wait()): the waiter is removed on a timeout, and the event still works.
import asyncio

async def setter(ev):
    await asyncio.sleep(0.01)
    ev.set()

async def main():
    ev = asyncio.Event()
    try:
        await asyncio.wait_for(ev.wait(), 0.01)
    except TimeoutError:
        print("TimeoutError, set", ev.is_set())
    t = asyncio.create_task(setter(ev))
    print(await asyncio.wait_for(ev.wait(), 1))
    print(await asyncio.wait_for(ev.wait(), 1), "at once")
    await t

asyncio.run(main())
