# Check, await, act is a race: both see the seat free; with a lock only one does.
import asyncio

class Seat:
    def __init__(self):
        self.owner = None

    async def take(self, who):
        if self.owner is None:
            await asyncio.sleep(0)
            self.owner = who
            return True
        return False

async def take_locked(lock, seat, who):
    async with lock:
        return await seat.take(who)

async def main():
    seat = Seat()
    print(await asyncio.gather(seat.take("a"), seat.take("b")), seat.owner)
    seat, lock = Seat(), asyncio.Lock()
    print(await asyncio.gather(take_locked(lock, seat, "a"), take_locked(lock, seat, "b")), seat.owner)

asyncio.run(main())
