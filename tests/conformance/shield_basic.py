# shield(coro) gives an outer future around a task; without any cancellation it is transparent.
import asyncio

async def work():
    await asyncio.sleep(0.01)
    return "value"

async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("boom")

async def main():
    print(await asyncio.shield(work()))
    t = asyncio.create_task(work())
    outer = asyncio.shield(t)
    print("same", outer is t, "done", outer.done())
    print(await outer, t.done())
    try:
        await asyncio.shield(fails())
    except ValueError as e:
        print("ValueError", e)

asyncio.run(main())
