# A callback-style source turned awaitable: a timer resolves the future; the waiter resumes one iteration later.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()

    def ring():
        print("ring")
        f.set_result("answer")
        loop.call_soon(print, "after ring")

    f.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_later(0.01, ring)
    print(await f)

asyncio.run(main())
