# What run_coroutine_threadsafe() returns: waited for with a timeout, cancelled, and awaited by another loop.
import asyncio
import concurrent.futures
import threading


async def work(n):
    await asyncio.sleep(0.01)
    return n * 10


cancelled = 0


async def endless():
    global cancelled
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        cancelled += 1
        raise


async def awaits(loop):
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(2), loop)))
    wrapped = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(endless(), loop))
    await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(3), loop))
    wrapped.cancel()
    try:
        await wrapped
    except asyncio.CancelledError:
        print("awaits: cancelled")
    await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(4), loop))


def other_thread(loop):
    future = asyncio.run_coroutine_threadsafe(endless(), loop)
    try:
        future.result(0.02)
    except TimeoutError:
        print("other: timeout", future.done())
    print("other:", future.cancel(), future.done(), future.cancelled(), future.cancel())
    try:
        future.result()
    except concurrent.futures.CancelledError:
        print("other: cancelled")
    done = asyncio.run_coroutine_threadsafe(work(1), loop)
    print("other:", done.result(60), done.done(), done.cancelled(), done.cancel())
    asyncio.run(awaits(loop))


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(other_thread, loop)
    print("cancelled:", cancelled)


asyncio.run(main())
