"""What does it cost to await a coroutine that returns at once?"""

from benchmark import timed

N = 100_000


async def one():
    return 1


async def total():
    result = 0
    for _ in range(N):
        result += await one()
    return result


def await_finished(arg, now):
    return timed("await_finished", N, now, total(), N)
