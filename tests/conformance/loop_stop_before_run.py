# stop() before run_forever(): exactly one iteration, timers that are due included, no waiting.
import asyncio

loop = asyncio.new_event_loop()
loop.stop()
loop.call_soon(loop.call_soon, print, "second iteration")
loop.call_soon(print, "first iteration")
loop.call_later(0, print, "due timer")
loop.call_later(0.02, print, "later timer")
loop.run_forever()
print("stopped")
loop.call_later(0.03, loop.stop)
loop.run_forever()
loop.close()
#nomain
