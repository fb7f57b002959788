# stop() is read after the iteration: its other callbacks still run, what they schedule waits for the next run.
import asyncio

loop = asyncio.new_event_loop()

def stopper():
    print("stop")
    loop.stop()
    loop.call_soon(print, "next run 1")

loop.call_soon(stopper)
loop.call_soon(print, "same iteration")
loop.call_soon(loop.call_soon, print, "next run 2")
loop.run_forever()
print("stopped")
loop.call_soon(loop.stop)
loop.run_forever()
print("stopped again")
loop.close()
#nomain
