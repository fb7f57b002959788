# Debug mode reports a step that blocks the loop for longer than slow_callback_duration.
import asyncio
import logging
import time

class Collect(logging.Handler):
    def emit(self, record):
        text = record.getMessage()
        print(text[:9], "names the task:", "'blocker'" in text, text[-7:])

async def blocks(seconds):
    time.sleep(seconds)

async def main():
    log = logging.getLogger("asyncio")
    log.handlers, log.propagate = [Collect()], False
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    await asyncio.create_task(blocks(0.1), name="blocker")
    await asyncio.create_task(blocks(0.0), name="quick")
    loop.slow_callback_duration = 10
    await asyncio.create_task(blocks(0.1), name="allowed")
    print("end")
    log.handlers, log.propagate = [], True

asyncio.run(main(), debug=True)
