"""What does one timer among many cost: to insert it, and to cancel it?"""

import asyncio

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


async def insert_and_cancel(n, now):
    fired = Fired()
    delays = random_delays(n, HOUR)
    begin = now()
    handles = insert_all(delays, fired)
    inserted = now()
    for handle in handles:
        handle.cancel()
    cancelled = now()
    await asyncio.sleep(0)
    return fired.count, inserted - begin, cancelled - inserted


async def insert(asked, now):
    half = await cancel_half()
    fired, nanoseconds, _ = await insert_and_cancel(asked.arg, now)
    return asked.measured(half + fired, nanoseconds=nanoseconds)


async def cancel(asked, now):
    half = await cancel_half()
    fired, _, nanoseconds = await insert_and_cancel(asked.arg, now)
    return asked.measured(half + fired, nanoseconds=nanoseconds)


runs = {"timer_insert": insert, "timer_cancel": cancel}
