# cancel() and uncancel() before the first step: the task runs as if nothing had happened (3.13).
import asyncio

async def work():
    print("work runs", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    return "value"

async def main():
    t = asyncio.create_task(work())
    print("cancel", t.cancel(), "uncancel", t.uncancel())
    print(await t, t.cancelled())

asyncio.run(main())
