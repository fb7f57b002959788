"""How many bytes does a task take that sleeps?"""

import asyncio
import tracemalloc


class Shared:
    asleep = 0


async def sleeper(shared):
    shared.asleep += 1
    await asyncio.sleep(3600)


async def run(asked, now):
    shared = Shared()
    tasks = [None] * asked.arg
    tracemalloc.start()
    for i in range(asked.arg):
        tasks[i] = asyncio.create_task(sleeper(shared))
    await asyncio.sleep(0)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    return asked.measured(shared.asleep, bytes=size)


runs = {"sleeping_task_memory": run}
