# SystemExit in a task leaves the loop at once and comes out of run(), after the final cancellation.
import asyncio

async def quits():
    await asyncio.sleep(0.01)
    raise SystemExit(3)

async def main():
    q = asyncio.create_task(quits())
    try:
        await asyncio.sleep(10)
    finally:
        print("main cleaned up")

try:
    asyncio.run(main())
except SystemExit as e:
    print("SystemExit", e.code)
