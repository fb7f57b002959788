# Cancelling a task throws CancelledError where it waits: clean up, and throw it on.
import asyncio


async def download():
    part = 1
    try:
        while True:
            await asyncio.sleep(0.1)
            print("part", part)
            part += 1
    except asyncio.CancelledError:
        print("removing what is there")
        raise


async def main():
    task = asyncio.create_task(download())
    await asyncio.sleep(0.25)
    print("asked:", str(task.cancel()).lower())
    try:
        await task
    except asyncio.CancelledError:
        print("it is cancelled")


asyncio.run(main())
