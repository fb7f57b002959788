"""What does it cost to take a lock for which a thousand others stand in line?"""

import asyncio


class Turnstile:
    """Watches the line before a lock, which must move strictly forward."""

    def __init__(self, visitors):
        self.visitors = visitors
        self.next = 0
        self.passes = 0

    def pass_by(self, who):
        self.passes += who == self.next
        self.next = (who + 1) % self.visitors


async def visitor(turnstile, lock, who, times):
    for _ in range(times):
        await lock.acquire()
        turnstile.pass_by(who)
        lock.release()


async def run(asked, now):
    visitors = asked.arg
    turnstile = Turnstile(visitors)
    lock = asyncio.Lock()
    await lock.acquire()
    times = asked.operations // visitors
    tasks = [asyncio.create_task(visitor(turnstile, lock, who, times)) for who in range(visitors)]
    await asyncio.sleep(0)
    begin = now()
    lock.release()
    await tasks[-1]
    nanoseconds = now() - begin
    return asked.measured(0 if lock.locked() else turnstile.passes, nanoseconds=nanoseconds)


runs = {"lock_contended": run}
