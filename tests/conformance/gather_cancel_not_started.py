# A gather cancelled before its children had a step: none of them ever starts.
import asyncio

async def child(n):
    print("never", n)

async def main():
    outer = asyncio.gather(child(1), child(2))
    print("cancel", outer.cancel("at once"))
    try:
        await outer
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
    print("tasks left", len(asyncio.all_tasks()) - 1)

asyncio.run(main())
