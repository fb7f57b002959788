# A generator left half-way is closed by the end of run(): its awaiting cleanup runs, after the leftover tasks are cancelled.
import asyncio

kept = None

async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup begins")
        await asyncio.sleep(0.01)
        print("cleanup ends")

async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print("task cancelled")

async def main():
    global kept
    t = asyncio.create_task(background())
    kept = gen()
    async for x in kept:
        print("got", x)
        break
    await asyncio.sleep(0.01)
    print("main ends")

asyncio.run(main())
print("run() ended")
