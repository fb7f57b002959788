# Async iteration with a timeout: one TimeoutError out of the loop; the tasks go on.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def main():
    ts = [asyncio.create_task(child(n, ms)) for n, ms in (("a", 10), ("b", 40))]
    try:
        async for t in asyncio.as_completed(ts, timeout=0.02):
            print("got", t.result())
    except TimeoutError:
        print("TimeoutError")
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts])

asyncio.run(main())
