# run_until_complete raises what the coroutine raised; the loop is fine afterwards.
import asyncio

async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("boom")

async def works():
    await asyncio.sleep(0.01)
    return "fine"

async def cancels():
    raise asyncio.CancelledError("by hand")

loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(fails())
except ValueError as e:
    print("ValueError", e)
try:
    loop.run_until_complete(cancels())
except asyncio.CancelledError as e:
    print("CancelledError", e.args)
print(loop.run_until_complete(works()))
loop.close()
#nomain
