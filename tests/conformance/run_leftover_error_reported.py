# A leftover task that fails during the final cancellation is reported to the exception handler; run() still gives its value.
import asyncio

async def background():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("in cleanup")

def handler(loop, context):
    print("handler:", context["message"], "-", context["exception"])

async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    t = asyncio.create_task(background())
    await asyncio.sleep(0.01)
    return "value"

print(asyncio.run(main()))
