"""What does it cost, in time of the processor, to fire one of many timers that come due one after the other?"""

import asyncio

from benchmark import check
from random_delays import random_delays


async def run(asked, now):
    loop = asyncio.get_running_loop()
    all_fired = loop.create_future()
    fired = 0

    def fire():
        nonlocal fired
        fired += 1
        if fired == asked.arg:
            all_fired.set_result(None)

    # All are there before the first is due.
    start = loop.time() + 1.5
    for delay in random_delays(asked.arg, 0.2):
        loop.call_at(start + delay, fire)
    check(loop.time() < start, "timer_fire: the timers were there too late")
    begin = now()
    await all_fired
    return asked.measured(fired, nanoseconds=now() - begin)


runs = {"timer_fire": run}
