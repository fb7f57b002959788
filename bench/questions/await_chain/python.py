"""What does a level cost in a chain of awaits, each coroutine awaiting the next one down?"""

import sys

from benchmark import timed


async def descend(levels):
    if levels == 0:
        return 0
    return 1 + await descend(levels - 1)


async def descend_often(levels, times):
    total = 0
    for _ in range(times):
        total += await descend(levels)
    return total


def run(asked, now):
    levels = asked.arg
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 3 * levels))
    return timed(asked, now, descend_often(levels, asked.operations // levels))


runs = {"await_chain": run}
