# Done and pending children mixed: a failed one that was done before makes the outer future fail at once.
import asyncio

async def slow():
    await asyncio.sleep(0.01)
    print("slow ends")

async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError("was there before"))
    s = asyncio.create_task(slow())
    outer = asyncio.gather(s, f)
    print("done", outer.done())
    try:
        await outer
    except ValueError as e:
        print("ValueError", e, "slow done", s.done())
    await s

asyncio.run(main())
