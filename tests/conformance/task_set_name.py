# set_name may be called at any time, also when the task is done.
import asyncio

async def work():
    print("inside", asyncio.current_task().get_name())
    asyncio.current_task().set_name("renamed inside")

async def main():
    t = asyncio.create_task(work(), name="first")
    t.set_name("second")
    await t
    print("after", t.get_name())
    t.set_name("third")
    print("end", t.get_name())

asyncio.run(main())
