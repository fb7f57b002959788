# A Timeout is entered once, and rescheduled only while it is entered.
import asyncio

async def main():
    cm = asyncio.timeout(0.01)
    try:
        cm.reschedule(None)
    except RuntimeError as e:
        print("RuntimeError:", e)
    try:
        async with cm:
            await asyncio.sleep(10)
    except TimeoutError:
        print("expired", cm.expired())
    try:
        cm.reschedule(None)
    except RuntimeError as e:
        print("RuntimeError:", e)
    try:
        async with cm:
            print("never printed")
    except RuntimeError as e:
        print("RuntimeError:", e)

asyncio.run(main())
