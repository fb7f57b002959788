# all_tasks(): every unfinished task of the loop, the caller included; RuntimeError without a running loop.
import asyncio

def names():
    return sorted(t.get_name() for t in asyncio.all_tasks())

async def work(ms):
    await asyncio.sleep(ms / 1000)

async def main():
    asyncio.current_task().set_name("main")
    asyncio.create_task(work(10)).set_name("a")
    b = asyncio.create_task(work(1000), name="b")
    print(names())
    await asyncio.sleep(0.02)
    print(names())
    b.cancel()
    print(names())
    await asyncio.wait([b])
    print(names())

asyncio.run(main())
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print("RuntimeError:", e)
