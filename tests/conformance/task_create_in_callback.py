# A callback may create tasks; the first step of each is in the next iteration.
import asyncio

async def work(n):
    print("work", n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    made = []

    def callback():
        made.append(loop.create_task(work(1)))
        made.append(asyncio.create_task(work(2)))
        print("made")

    loop.call_soon(callback)
    loop.call_soon(print, "same iteration")
    await asyncio.sleep(0)
    print("results", await made[0], await made[1])

asyncio.run(main())
