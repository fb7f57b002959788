# When main returns, the tasks that are left are cancelled and waited for: their cleanup runs before run() returns.
import asyncio

async def background(n):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.01 * n)
        print("cleaned up", n)

async def main():
    ts = [asyncio.create_task(background(n)) for n in (2, 1)]
    await asyncio.sleep(0.01)
    print("main returns")
    return "value"

print(asyncio.run(main()))
