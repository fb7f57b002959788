# Result and deadline in one iteration: TimeoutError, whichever came first; the future keeps a result that came first.
import asyncio

async def attempt(result_first):
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    when = loop.time() + 0.02

    def resolve():
        if not fut.done():
            fut.set_result("value")

    if result_first:
        loop.call_at(when, resolve)
    try:
        async with asyncio.timeout_at(when):
            if not result_first:
                loop.call_at(when, resolve)
            print("got", await fut)
    except TimeoutError:
        print("TimeoutError, future cancelled:", fut.cancelled())
    if not fut.cancelled():
        print("the future keeps", fut.result())

async def main():
    await attempt(True)
    await attempt(False)

asyncio.run(main())
