# main fails: the leftover tasks are cancelled first, then run() raises main's error.
import asyncio

async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print("background cleaned up")

async def main():
    t = asyncio.create_task(background())
    await asyncio.sleep(0.01)
    raise ValueError("main failed")

try:
    asyncio.run(main())
except ValueError as e:
    print("ValueError", e)
