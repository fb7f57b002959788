# stop() ends run_forever after the iteration; what is scheduled stays for the next run; a closed loop refuses everything.
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "one")
loop.call_later(0.02, print, "timer of the first run")
loop.call_later(0.01, loop.stop)
loop.run_forever()
print("stopped, running", loop.is_running(), "closed", loop.is_closed())
loop.call_later(0.03, loop.stop)
loop.run_forever()
print("stopped again")
loop.close()
print("closed", loop.is_closed())
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), loop.run_forever):
    try:
        call()
    except RuntimeError as e:
        print("RuntimeError:", e)
loop.close()
#nomain
