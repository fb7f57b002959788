# run_coroutine_threadsafe: another thread submits coroutines to the loop and waits for their results and exceptions.
import asyncio
import threading

async def work(n):
    await asyncio.sleep(0.01)
    if n == 2:
        raise ValueError("two")
    return n * 10

def other_thread(loop, f, out):
    for n in range(1, 4):
        try:
            out.append(str(asyncio.run_coroutine_threadsafe(work(n), loop).result()))
        except ValueError as e:
            out.append(f"ValueError {e}")
    loop.call_soon_threadsafe(f.set_result, None)

async def main():
    loop = asyncio.get_running_loop()
    f, out = loop.create_future(), []
    thread = threading.Thread(target=other_thread, args=(loop, f, out))
    thread.start()
    await f
    thread.join()
    print(out)

asyncio.run(main())
