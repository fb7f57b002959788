"""What does it cost to take a lock that is free, and to release it?"""

import asyncio

from benchmark import timed


async def take_often(n):
    lock = asyncio.Lock()
    taken = 0
    for _ in range(n):
        await lock.acquire()
        taken += lock.locked()
        lock.release()
    return taken


def run(asked, now):
    return timed(asked, now, take_often(asked.operations))


runs = {"lock_free": run}
