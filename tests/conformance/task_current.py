# current_task(): the task that runs; None in a callback; RuntimeError without a running loop.
import asyncio

async def child():
    return asyncio.current_task().get_name()

async def inline():
    return asyncio.current_task().get_name()

async def main():
    me = asyncio.current_task()
    t = asyncio.create_task(child())
    print("child", await t == t.get_name(), "inline", await inline() == me.get_name())
    asyncio.get_running_loop().call_soon(lambda: print("callback", asyncio.current_task() is None))
    await asyncio.sleep(0)
    print("main again", asyncio.current_task() is me)

asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print("RuntimeError:", e)
