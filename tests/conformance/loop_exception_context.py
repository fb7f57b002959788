# What the exception handler is told: a failed callback comes with its handle.
import asyncio

async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(context["message"][:21], "handle", "handle" in context, "future", "future" in context, "task", "task" in context)
        if "handle" in context:
            print("its handle, cancelled", context["handle"].cancelled())

    def fails():
        raise ValueError("boom")

    loop.set_exception_handler(handler)
    loop.call_later(0.01, fails)
    await asyncio.sleep(0.02)
    loop.call_exception_handler({"message": "only a message at all"})

asyncio.run(main())
