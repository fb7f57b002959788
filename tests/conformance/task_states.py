# done(), cancelled(), cancelling() and the name of a task at each moment of its life.
import asyncio

def show(when, t):
    print(when, t.done(), t.cancelled(), t.cancelling())

async def work(t_end):
    await asyncio.sleep(0.01)
    if t_end == "fails":
        raise ValueError
    return t_end

async def main():
    for end in ("returns", "fails", "is cancelled"):
        t = asyncio.create_task(work(end))
        show("created", t)
        await asyncio.sleep(0)
        show("suspended", t)
        if end == "is cancelled":
            t.cancel()
            show("requested", t)
        await asyncio.wait([t])
        show(end, t)

asyncio.run(main())
