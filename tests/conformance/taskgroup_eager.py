# Eager children in a group: they run inside create_task; a failed one interrupts the body at its next await only.
import asyncio

async def quick(n):
    print("runs", n)
    return n

async def fail():
    print("fails")
    raise ValueError("eager")

async def main():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(quick(1), eager_start=True)
        print("done at once", t.done())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(), eager_start=True)
            print("the body goes on")
            t = tg.create_task(quick(2))
            await asyncio.sleep(10)
            print("never printed")
    except ExceptionGroup as eg:
        print("ExceptionGroup", [str(e) for e in eg.exceptions], "second cancelled", t.cancelled())

asyncio.run(main())
