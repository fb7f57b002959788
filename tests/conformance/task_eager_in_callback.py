# An eager task started by a callback: it runs inside the callback; afterwards there is no current task again.
import asyncio

async def work():
    print("work in", asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print("work resumed")

async def main():
    loop = asyncio.get_running_loop()
    made = []

    def callback():
        made.append(asyncio.create_task(work(), name="w", eager_start=True))
        print("callback goes on", asyncio.current_task() is None, made[0].done())

    loop.call_soon(callback)
    await asyncio.sleep(0)
    await made[0]
    print("end")

asyncio.run(main())
