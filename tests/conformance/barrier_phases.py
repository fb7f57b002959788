# Phases of a computation: nobody begins the second before all have ended the first.
import asyncio

async def worker(n, ms, b, log):
    for phase in (1, 2):
        await asyncio.sleep(ms / 1000)
        log.append((phase, n))
        if await b.wait() == 0:
            print("first to arrive in phase", phase, "was", n)

async def main():
    b, log = asyncio.Barrier(3), []
    await asyncio.gather(worker("a", 30, b, log), worker("b", 10, b, log), worker("c", 20, b, log))
    print([phase for phase, _ in log])
    print([n for _, n in log])

asyncio.run(main())
