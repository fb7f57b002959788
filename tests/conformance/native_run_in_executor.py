# run_in_executor: a blocking function in the thread pool; its result or exception comes back to the loop's thread.
import asyncio
import threading
import time

def blocking(n):
    time.sleep(0.02)
    if n == 2:
        raise ValueError("two")
    return n, threading.get_ident() != main_thread

main_thread = threading.get_ident()

async def main():
    loop = asyncio.get_running_loop()
    f = loop.run_in_executor(None, blocking, 1)
    print("loop is free, done", f.done())
    print(await f)
    try:
        await loop.run_in_executor(None, blocking, 2)
    except ValueError as e:
        print("ValueError", e)
    print(await asyncio.gather(*(loop.run_in_executor(None, blocking, n) for n in (3, 4))))

asyncio.run(main())
