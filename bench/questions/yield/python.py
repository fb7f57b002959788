"""What does it cost to let the loop turn once: sleep(0)? With one task and with many."""

import asyncio


class Shared:
    stop = False
    count = 0


async def yielder(shared):
    while not shared.stop:
        await asyncio.sleep(0)
        shared.count += 1


async def run(asked, now):
    turns = asked.operations // asked.arg
    shared = Shared()
    others = [asyncio.create_task(yielder(shared)) for _ in range(asked.arg - 1)]
    await asyncio.sleep(0)
    begin = now()
    for _ in range(turns):
        await asyncio.sleep(0)
    nanoseconds = now() - begin
    count = shared.count
    shared.stop = True
    for task in others:
        await task
    return asked.measured(count, nanoseconds=nanoseconds)


runs = {"yield": run}
