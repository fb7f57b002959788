# A task's exception comes out at every await of it, through all levels of tasks and coroutines.
import asyncio

async def leaf():
    await asyncio.sleep(0)
    raise ValueError("leaf")

async def middle():
    try:
        await leaf()
    finally:
        print("middle leaves")

async def outer():
    t = asyncio.create_task(middle())
    try:
        await t
    except ValueError as e:
        print("outer caught", e)
    await t

async def main():
    t = asyncio.create_task(outer())
    for i in range(2):
        try:
            await t
        except ValueError as e:
            print("main caught", e, e is t.exception())

asyncio.run(main())
