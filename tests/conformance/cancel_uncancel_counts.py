# cancelling() counts requests; uncancel() takes one back and gives the rest, never below 0.
import asyncio

async def work():
    me = asyncio.current_task()
    for _ in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled, cancelling", me.cancelling())
    print("uncancel", me.uncancel(), me.uncancel())
    print("uncancel", me.uncancel(), me.uncancel(), me.cancelling())

async def main():
    t = asyncio.create_task(work())
    for _ in range(3):
        await asyncio.sleep(0.01)
        t.cancel()
    await t
    print("end", t.cancelled(), t.cancelling())

asyncio.run(main())
