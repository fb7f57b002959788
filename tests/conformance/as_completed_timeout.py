# as_completed with a timeout: TimeoutError for each one that is missing; the tasks go on.
import asyncio

async def child(n, ms):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    return n

async def main():
    ts = [asyncio.create_task(child(n, ms)) for n, ms in (("a", 10), ("b", 40), ("c", 50))]
    for next_one in asyncio.as_completed(ts, timeout=0.02):
        try:
            print("got", await next_one)
        except TimeoutError:
            print("TimeoutError")
    print([t.done() for t in ts])
    await asyncio.wait(ts)

asyncio.run(main())
