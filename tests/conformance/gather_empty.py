# gather() of nothing: a future that is done at once with [].
import asyncio

async def main():
    f = asyncio.gather()
    g = asyncio.gather(*[], return_exceptions=True)
    asyncio.get_running_loop().call_soon(print, "callback")
    print("called", g.done() or "not yet")
    print(await f, await g)
    print("after")
    await asyncio.sleep(0)
    print("cancel", g.cancel())

asyncio.run(main())
