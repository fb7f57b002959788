"""What does it cost to create a task that sleeps, and to cancel it? And how many bytes does it take?"""

import asyncio
import tracemalloc

from benchmark import Measurement, check

HOUR = 3600


async def sleeper():
    await asyncio.sleep(HOUR)


async def cancel_sleeping(n, now):
    begin = now()
    tasks = [asyncio.create_task(sleeper()) for _ in range(n)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    # They end in the order in which they were cancelled.
    while not tasks[-1].done():
        await asyncio.sleep(0)
    nanoseconds = now() - begin
    check(all(task.cancelled() for task in tasks), "cancel_sleeping")
    return Measurement(operations=n, nanoseconds=nanoseconds)


async def sleeping_task_memory(n, now):
    tasks = [None] * n
    tracemalloc.start()
    for i in range(n):
        tasks[i] = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    check(all(task.cancelled() for task in tasks), "sleeping_task_memory")
    return Measurement(operations=n, bytes=size)
