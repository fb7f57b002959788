# FIRST_COMPLETED: returns with the first one done; the others go on.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def main():
    pending = [asyncio.create_task(child(n, ms)) for n, ms in (("a", 30), ("b", 10), ("c", 20))]
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print([t.result() for t in done], len(pending))

asyncio.run(main())
