# wait() takes plain futures as well; the same one twice counts once.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f, g = loop.create_future(), loop.create_future()
    loop.call_later(0.01, f.set_result, 1)
    loop.call_later(0.02, g.set_exception, ValueError("boom"))
    done, pending = await asyncio.wait([f, g, f], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), f.result())
    done, pending = await asyncio.wait([f, g, f, g])
    print(len(done), len(pending), g.exception())

asyncio.run(main())
