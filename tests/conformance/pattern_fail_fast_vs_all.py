# The same failing work under gather, gather(return_exceptions) and TaskGroup: what goes on, what is raised.
import asyncio

async def work(n, ms, log):
    try:
        await asyncio.sleep(ms / 1000)
        if n == "bad":
            raise ValueError("bad")
        log.append(n + " done")
    except asyncio.CancelledError:
        log.append(n + " cancelled")
        raise

async def main():
    log = []
    try:
        await asyncio.gather(work("bad", 10, log), work("good", 30, log))
    except ValueError as e:
        print("gather raises", e, log)
    await asyncio.sleep(0.04)
    print("later", log)
    log = []
    r = await asyncio.gather(work("bad", 10, log), work("good", 30, log), return_exceptions=True)
    print("return_exceptions", type(r[0]).__name__, log)
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work("bad", 10, log))
            tg.create_task(work("good", 30, log))
    except ExceptionGroup as eg:
        print("TaskGroup raises", len(eg.exceptions), log)

asyncio.run(main())
