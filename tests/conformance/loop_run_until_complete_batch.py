# After the future of run_until_complete is done, one more batch of callbacks runs.
import asyncio

loop = asyncio.new_event_loop()

async def work():
    loop.call_soon(first)
    print("work returns")

def first():
    print("runs in the last batch")
    loop.call_soon(print, "runs in the next run only")

loop.run_until_complete(work())
print("returned")
loop.run_until_complete(asyncio.sleep(0))
print("returned again")
loop.close()
#nomain
