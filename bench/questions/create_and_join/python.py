"""What does a task cost, from its creation to its result, when all are created first and joined then?"""

import asyncio

from benchmark import timed


async def one():
    return 1


async def create_then_join(n):
    tasks = [asyncio.create_task(one()) for _ in range(n)]
    total = 0
    for task in tasks:
        total += await task
    return total


def run(asked, now):
    return timed(asked, now, create_then_join(asked.arg))


runs = {"create_and_join": run}
