# eager_start on a loop that is not running falls back to scheduling.
import asyncio

async def work():
    print("work runs")
    return 3

loop = asyncio.new_event_loop()
t = loop.create_task(work(), eager_start=True)
print("created, done", t.done())
print(loop.run_until_complete(t))
loop.close()
#nomain
