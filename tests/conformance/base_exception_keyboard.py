# KeyboardInterrupt raised in a task leaves the loop at once; run() then cancels what is left and raises it on.
import asyncio

async def child():
    await asyncio.sleep(0.01)
    print("child raises")
    raise KeyboardInterrupt("now")

async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise

async def main():
    o = asyncio.create_task(other())
    t = asyncio.create_task(child())
    try:
        await t
    except asyncio.CancelledError:
        print("main cancelled")
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("out of run: KeyboardInterrupt", e)
