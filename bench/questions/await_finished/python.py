"""What does it cost to await a coroutine that returns at once?"""

from benchmark import timed


async def one():
    return 1


async def total(n):
    result = 0
    for _ in range(n):
        result += await one()
    return result


def run(asked, now):
    return timed(asked, now, total(asked.operations))


runs = {"await_finished": run}
