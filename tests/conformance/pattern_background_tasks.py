# Keeping track of background tasks: a set that each task leaves by a done callback, and that is emptied at the end.
import asyncio

background = set()

def spawn(coro):
    t = asyncio.create_task(coro)
    background.add(t)
    t.add_done_callback(background.discard)

async def job(ms):
    await asyncio.sleep(ms / 1000)
    print("job", ms)

async def main():
    for ms in (10, 90, 50):
        spawn(job(ms))
    print("running", len(background))
    await asyncio.sleep(0.03)
    print("running", len(background))
    while background:
        await asyncio.wait(background)
    print("all done")

asyncio.run(main())
