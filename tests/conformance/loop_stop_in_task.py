# A task that stops the loop: run_until_complete finds its future pending and says so; the loop can be run on.
import asyncio

loop = asyncio.new_event_loop()

async def work():
    print("work stops the loop")
    loop.stop()
    print("the step goes on")
    await asyncio.sleep(0.01)
    print("work resumed")
    return 5

t = loop.create_task(work())
try:
    loop.run_until_complete(t)
except RuntimeError as e:
    print("RuntimeError:", e)
print("done", t.done())
print(loop.run_until_complete(t))
loop.close()
#nomain
