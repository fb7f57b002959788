# A deadline around gather cancels all its children, and waits for none but the first of them.
import asyncio

async def work(n, ms, log):
    try:
        await asyncio.sleep(ms / 1000)
        log.append(n + " done")
    except asyncio.CancelledError:
        log.append(n + " cancelled")
        raise

async def main():
    log = []
    try:
        async with asyncio.timeout(0.06):
            await asyncio.gather(work("a", 10, log), work("b", 1000, log), work("c", 1000, log))
    except TimeoutError:
        print("TimeoutError", sorted(log))
    try:
        await asyncio.wait_for(asyncio.gather(work("d", 1000, log), return_exceptions=True), 0.01)
    except TimeoutError:
        print("TimeoutError", log[-1])

asyncio.run(main())
