# A second cancel() interrupts the await of the cleanup.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup begins")
        try:
            await asyncio.sleep(10)
            print("never")
        except asyncio.CancelledError as e:
            print("cleanup interrupted", e.args)
            raise

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("one")
    await asyncio.sleep(0.01)
    t.cancel("two")
    try:
        await t
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, "cancelling", t.cancelling())

asyncio.run(main())
