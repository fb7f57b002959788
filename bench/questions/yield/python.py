"""What does it cost to let the loop turn once: sleep(0)? With one task and with many."""

import asyncio

from benchmark import Measurement, check


class Shared:
    stop = False
    count = 0


async def yielder(shared):
    while not shared.stop:
        await asyncio.sleep(0)
        shared.count += 1


async def yield_turn(tasks, now):
    turns = max(200_000 // tasks, 5)
    shared = Shared()
    others = [asyncio.create_task(yielder(shared)) for _ in range(tasks - 1)]
    await asyncio.sleep(0)
    begin = now()
    for _ in range(turns):
        await asyncio.sleep(0)
    nanoseconds = now() - begin
    check(shared.count == len(others) * turns, "yield")
    shared.stop = True
    for task in others:
        await task
    return Measurement(operations=tasks * turns, nanoseconds=nanoseconds)
