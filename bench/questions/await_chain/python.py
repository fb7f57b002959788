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


def await_chain(levels, now):
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 3 * levels))
    times = max(100_000 // levels, 1)
    return timed("await_chain", levels * times, now, descend_often(levels, times), levels * times)
