"""What does it cost to create a task that sleeps, and to cancel it?"""

import asyncio


class Shared:
    asleep = 0


async def sleeper(shared):
    shared.asleep += 1
    await asyncio.sleep(3600)


async def run(asked, now):
    shared = Shared()
    begin = now()
    tasks = [asyncio.create_task(sleeper(shared)) for _ in range(asked.arg)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    # They end in the order in which they were cancelled.
    while not tasks[-1].done():
        await asyncio.sleep(0)
    nanoseconds = now() - begin
    cancelled = sum(task.cancelled() for task in tasks)
    return asked.measured(min(shared.asleep, cancelled), nanoseconds=nanoseconds)


runs = {"cancel_sleeping": run}
