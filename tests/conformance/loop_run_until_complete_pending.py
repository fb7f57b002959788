# run_until_complete of a future that nobody resolves before stop(): RuntimeError; resolved later, it returns the result.
import asyncio

loop = asyncio.new_event_loop()
f = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print("RuntimeError:", e)
print("done", f.done(), "running", loop.is_running())
loop.call_later(0.01, f.set_result, "value")
print(loop.run_until_complete(f))
print(loop.run_until_complete(f))
loop.close()
#nomain
