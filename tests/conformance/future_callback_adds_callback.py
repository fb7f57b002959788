# A callback that adds another: the future is done, so the new one is scheduled for the next iteration.
import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()

    def first(f):
        print("first")
        f.add_done_callback(lambda f: print("added by first"))

    f.add_done_callback(first)
    f.add_done_callback(lambda f: print("second"))
    f.set_result("x")
    await asyncio.sleep(0)
    print("one iteration")
    await asyncio.sleep(0)
    print("two iterations")

asyncio.run(main())
