# Awaiting something that is already done does not suspend: nobody else runs.
import asyncio

async def value():
    return 7

async def main():
    t = asyncio.create_task(value())
    await asyncio.sleep(0)
    f = asyncio.get_running_loop().create_future()
    f.set_result("ready")
    asyncio.get_running_loop().call_soon(print, "somebody else")
    print("task", await t)
    print("future", await f)
    print("again", await t, await f)
    await asyncio.sleep(0)
    print("after a yield")

asyncio.run(main())
