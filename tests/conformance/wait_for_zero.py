# timeout <= 0: a done future gives its result; a coroutine never starts; a running task is cancelled.
import asyncio

async def work(n):
    print("start", n)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.set_result("done already")
    print(await asyncio.wait_for(fut, 0))
    for t in (0, -1):
        try:
            await asyncio.wait_for(work("coroutine"), t)
        except TimeoutError:
            print("TimeoutError")
    task = asyncio.create_task(work("task"))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        print("TimeoutError, task cancelled", task.cancelled())

asyncio.run(main())
