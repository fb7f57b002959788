"""What does one timer among many cost: to insert it, and to cancel it?"""

import asyncio

from benchmark import Measurement, check
from random_delays import random_delays

HOUR = 3600.0


class Fired:
    count = 0

    def fire(self):
        self.count += 1


def insert_all(delays, fired):
    loop = asyncio.get_running_loop()
    return [loop.call_later(delay, fired.fire) for delay in delays]


async def cancel_half():
    """Every other one of a thousand is cancelled: the others fire."""
    fired = Fired()
    handles = insert_all(random_delays(1_000, 0.002), fired)
    for handle in handles[::2]:
        handle.cancel()
    await asyncio.sleep(0.02)
    return fired.count


async def insert_and_cancel(part, n, now):
    check(await cancel_half() == 500, "timers")
    delays = random_delays(n, HOUR)
    begin = now()
    handles = insert_all(delays, Fired())
    inserted = now()
    for handle in handles:
        handle.cancel()
    nanoseconds = inserted - begin if part == "insert" else now() - inserted
    return Measurement(operations=n, nanoseconds=nanoseconds)


def timer_insert(n, now):
    return insert_and_cancel("insert", n, now)


def timer_cancel(n, now):
    return insert_and_cancel("cancel", n, now)
