# uncancel() down to 0 takes back a request that was not delivered yet (3.13).
import asyncio

async def work():
    t = asyncio.current_task()
    t.cancel()
    print("cancelling", t.cancelling(), "uncancel", t.uncancel())
    await asyncio.sleep(0.01)
    print("not cancelled")
    t.cancel()
    t.cancel()
    print("uncancel", t.uncancel())
    try:
        await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("cancelled, one request was left")
    return t.uncancel()

async def main():
    t = asyncio.create_task(work())
    print("left", await t, "cancelled", t.cancelled())

asyncio.run(main())
