# get_running_loop: in tasks and callbacks the loop that runs them, outside RuntimeError (and None for the underscored one).
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("callback", asyncio.get_running_loop() is loop))
    t = asyncio.create_task(child())
    print("task", await t is loop, t.get_loop() is loop)
    print("or null", asyncio._get_running_loop() is loop)

async def child():
    return asyncio.get_running_loop()

def outside():
    print("or null", asyncio._get_running_loop() is None)
    try:
        asyncio.get_running_loop()
    except RuntimeError as e:
        print("RuntimeError:", e)

outside()
asyncio.run(main())
outside()
