# Pitfall: who catches a cancellation and goes on cannot be stopped; throw it on.
import asyncio


async def wrong():
    for turn in range(1, 4):
        try:
            await asyncio.sleep(0.2)
            print("turn", turn)
        except BaseException:
            print("something was thrown, never mind")


async def right():
    for turn in range(1, 4):
        try:
            await asyncio.sleep(0.2)
            print("turn", turn)
        except asyncio.CancelledError:
            print("stopping")
            raise


async def stop(task):
    await asyncio.sleep(0.3)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", str(task.cancelled()).lower())


async def main():
    await stop(asyncio.create_task(wrong()))
    await stop(asyncio.create_task(right()))


asyncio.run(main())
