"""What does a message cost that one task puts into a queue while another waits for it?"""

import asyncio

from benchmark import timed


async def pong(source, target, n):
    """Sends each number back, one higher."""
    for _ in range(n):
        target.put_nowait(await source.get() + 1)


async def play(rounds):
    to = asyncio.Queue()
    back = asyncio.Queue()
    partner = asyncio.create_task(pong(to, back, rounds))
    value = 0
    for _ in range(rounds):
        to.put_nowait(value)
        value = await back.get() + 1
    await partner
    return value


def run(asked, now):
    return timed(asked, now, play(asked.operations // 2))


runs = {"queue_ping_pong": run}
