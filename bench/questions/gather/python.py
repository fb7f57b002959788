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


def run(asked, now):
    return timed(asked, now, gather_often(asked.arg, asked.operations // asked.arg))


runs = {"gather": run}
