# call_soon runs nothing itself; callbacks run in FIFO order, what they schedule runs in the next iteration.
import asyncio

async def main():
    loop = asyncio.get_running_loop()

    def first():
        print("first")
        loop.call_soon(print, "scheduled by first")
        print("first ends")

    loop.call_soon(first)
    loop.call_soon(print, "second")
    loop.call_soon(print, "third")
    print("main goes on")
    await asyncio.sleep(0)
    print("one iteration")
    await asyncio.sleep(0)
    print("two iterations")

asyncio.run(main())
