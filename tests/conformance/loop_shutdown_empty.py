# shutdown_asyncgens and shutdown_default_executor have nothing to do on a fresh loop and may be called again.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    print("no generators")
    await loop.shutdown_default_executor()
    print("no executor")
    await asyncio.sleep(0.01)
    print("the loop goes on")

asyncio.run(main())
