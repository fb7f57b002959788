# call_soon_threadsafe from another thread wakes the loop at once, although its next timer is far away.
import asyncio
import threading

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    far = loop.call_later(3600, print, "never")
    start = loop.time()

    def other_thread():
        for n in range(3):
            loop.call_soon_threadsafe(print, "from the thread", n)
        loop.call_soon_threadsafe(f.set_result, "done")

    thread = threading.Thread(target=other_thread)
    thread.start()
    print(await f)
    thread.join()
    far.cancel()
    print("quick", loop.time() - start < 60)

asyncio.run(main())
