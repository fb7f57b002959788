# An eager task that fails at once: create_task does not raise, the exception is stored; callbacks are still scheduled.
import asyncio

async def fails():
    raise ValueError("boom")

async def main():
    t = asyncio.create_task(fails(), eager_start=True)
    print("done", t.done(), type(t.exception()).__name__)
    t.add_done_callback(lambda t: print("callback"))
    print("after add_done_callback")
    try:
        await t
    except ValueError as e:
        print("ValueError", e)
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
