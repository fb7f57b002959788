# Debounce: each new event cancels the pending action; only the last one of a burst acts.
import asyncio

class Debounce:
    def __init__(self):
        self.task = None

    def trigger(self, value):
        if self.task:
            self.task.cancel()
        self.task = asyncio.create_task(self.act(value))

    async def act(self, value):
        await asyncio.sleep(0.02)
        print("acts on", value)

async def main():
    d = Debounce()
    for value in (1, 2, 3):
        d.trigger(value)
        await asyncio.sleep(0)
    await asyncio.sleep(0.05)
    d.trigger(4)
    await d.task

asyncio.run(main())
