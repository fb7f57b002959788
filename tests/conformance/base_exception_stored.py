# KeyboardInterrupt leaves the loop in the very step that raised it, and is stored in the task as well.
import asyncio

async def child():
    await asyncio.sleep(0)
    raise KeyboardInterrupt("stored too")

loop = asyncio.new_event_loop()
t = loop.create_task(child())
loop.call_later(0.02, print, "timer of later")
try:
    loop.run_forever()
except KeyboardInterrupt as e:
    print("raised", e)
print("done", t.done(), type(t.exception()).__name__, t.exception())
loop.run_until_complete(asyncio.sleep(0.03))
loop.close()
#nomain
