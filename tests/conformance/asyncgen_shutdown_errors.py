# What generators fail with as the end of run() closes them is reported when all are closed.
import asyncio

kept = []

async def gen():
    try:
        yield 1
    finally:
        print("cleanup")
        raise ValueError("bad cleanup")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("report", context["exception"]))
    for _ in range(2):
        kept.append(gen())
        await anext(kept[-1])

asyncio.run(main())
