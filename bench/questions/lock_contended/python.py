"""What does it cost to take a lock that is free, or one for which a thousand others stand in line?"""

import asyncio

from benchmark import Measurement, check, timed

N = 100_000
TIMES = 100


async def take_often():
    lock = asyncio.Lock()
    taken = 0
    for _ in range(N):
        await lock.acquire()
        taken += lock.locked()
        lock.release()
    return taken


def lock_free(arg, now):
    return timed("lock_free", N, now, take_often(), N)


class Turnstile:
    """Watches the line before a lock: it must move strictly forward."""

    def __init__(self, visitors):
        self.visitors = visitors
        self.next = 0
        self.in_order = True

    def pass_by(self, who):
        self.in_order = self.in_order and who == self.next
        self.next = (who + 1) % self.visitors


async def visitor(turnstile, lock, who):
    for _ in range(TIMES):
        await lock.acquire()
        turnstile.pass_by(who)
        lock.release()


async def lock_contended(visitors, now):
    turnstile = Turnstile(visitors)
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(visitor(turnstile, lock, who)) for who in range(visitors)]
    await asyncio.sleep(0)
    begin = now()
    lock.release()
    await tasks[-1]
    nanoseconds = now() - begin
    check(turnstile.in_order and turnstile.next == 0 and not lock.locked(), "lock_contended")
    return Measurement(operations=visitors * TIMES, nanoseconds=nanoseconds)
