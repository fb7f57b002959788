# The usual shutdown: cancel every task but oneself, then gather them with return_exceptions.
import asyncio

async def work(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup", n)

async def main():
    ts = [asyncio.create_task(work(n)) for n in range(3)]
    await asyncio.sleep(0)
    others = sorted(asyncio.all_tasks() - {asyncio.current_task()}, key=lambda t: t.get_name())
    for t in others:
        t.cancel()
    r = await asyncio.gather(*others, return_exceptions=True)
    print([type(x).__name__ for x in r], len(asyncio.all_tasks()))

asyncio.run(main())
