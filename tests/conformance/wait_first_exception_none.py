# FIRST_EXCEPTION without any failure is ALL_COMPLETED; cancelled children count as completed.
import asyncio

async def child(ms):
    await asyncio.sleep(ms / 1000)

async def main():
    ts = [asyncio.create_task(child(ms)) for ms in (10, 20, 1000)]
    asyncio.get_running_loop().call_later(0.03, ts[2].cancel)
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [t.cancelled() for t in ts])

asyncio.run(main())
