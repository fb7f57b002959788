# KeyboardInterrupt in a callback passes through run_forever at once; the loop can be run on.
import asyncio

loop = asyncio.new_event_loop()

def interrupt():
    print("interrupt")
    raise KeyboardInterrupt("stop it")

loop.call_soon(interrupt)
loop.call_later(0.01, print, "timer")
loop.call_later(0.02, loop.stop)
try:
    loop.run_forever()
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e)
print("running", loop.is_running(), "closed", loop.is_closed())
loop.run_forever()
loop.close()
#nomain
