# run() inside a running loop is an error; the outer loop goes on.
import asyncio

async def inner():
    print("never printed")

async def main():
    coro = inner()
    try:
        asyncio.run(coro)
    except RuntimeError as e:
        print("RuntimeError:", e)
    coro.close()
    await asyncio.sleep(0.01)
    print("the outer one goes on")

asyncio.run(main())
