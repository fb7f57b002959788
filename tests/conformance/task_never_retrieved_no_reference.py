# Without any reference the report comes as soon as the task has failed; a cancelled task is never reported.
import asyncio

async def fails(text):
    await asyncio.sleep(0.01)
    raise ValueError(text)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], context["exception"]))
    asyncio.create_task(fails("dropped"))
    t = asyncio.create_task(fails("cancelled"))
    await asyncio.sleep(0)
    t.cancel()
    del t
    await asyncio.sleep(0.03)
    print("end")

asyncio.run(main())
