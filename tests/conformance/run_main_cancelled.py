# main ends cancelled, by itself or by another task: run() raises CancelledError.
import asyncio

async def canceller(t):
    t.cancel("by another task")

async def main(by_itself):
    if by_itself:
        asyncio.current_task().cancel("by itself")
    else:
        asyncio.create_task(canceller(asyncio.current_task()))
    await asyncio.sleep(10)

for by_itself in (True, False):
    try:
        asyncio.run(main(by_itself))
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
