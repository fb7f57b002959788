# A failed task whose exception nobody looked at is reported when its last reference goes.
import asyncio

async def fails():
    raise ValueError("nobody sees me")

def handler(loop, context):
    print(context["message"], type(context["exception"]).__name__, context["exception"])

async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print("still referenced, done", t.done())
    t = None
    print("dropped")
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print("retrieved", t.exception())
    t = None
    print("end")

asyncio.run(main())
