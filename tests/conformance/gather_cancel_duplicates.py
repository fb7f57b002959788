# Cancelling a gathering asks a future that was given twice twice.
import asyncio

async def work():
    try:
        await asyncio.sleep(1)
    finally:
        print("cancelling", asyncio.current_task().cancelling())

async def main():
    task = asyncio.create_task(work())
    all_of_them = asyncio.gather(task, task)
    await asyncio.sleep(0)
    print(all_of_them.cancel())
    try:
        await all_of_them
    except asyncio.CancelledError:
        print("cancelled")
    print(task.cancelled(), task.cancelling())

asyncio.run(main())
