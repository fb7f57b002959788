# create_task outside the block: before it, after it, and while the group shuts down.
import asyncio

async def nothing():
    pass

async def fail():
    raise ValueError("boom")

def reason(e):
    return str(e)[str(e).rindex(">") + 2:]

async def main():
    tg = asyncio.TaskGroup()
    try:
        tg.create_task(nothing())
    except RuntimeError as e:
        print(reason(e))
    try:
        async with tg:
            tg.create_task(fail())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                try:
                    tg.create_task(nothing())
                except RuntimeError as e:
                    print(reason(e))
                raise
    except ExceptionGroup as eg:
        print("ExceptionGroup", len(eg.exceptions))
    try:
        tg.create_task(nothing())
    except RuntimeError as e:
        print(reason(e))

asyncio.run(main())
