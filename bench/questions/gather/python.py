"""What does a child of a gather cost?"""

import asyncio

from benchmark import timed


async def number(i):
    return i


async def gather_often(children, times):
    total = 0
    for _ in range(times):
        total += sum(await asyncio.gather(*[number(i) for i in range(children)]))
    return total


def gather(children, now):
    times = max(100_000 // children, 1)
    expected = times * (children * (children - 1) // 2)
    return timed("gather", children * times, now, gather_often(children, times), expected)
