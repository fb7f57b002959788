# wait_for(coroutine) runs it in the caller's own task (3.12+): same current_task, no iteration lost, same context.
import asyncio

async def inner(caller):
    print("same task", asyncio.current_task() is caller)
    return "value"

async def ticker(log):
    for i in range(3):
        log.append("tick")
        await asyncio.sleep(0)

async def main():
    log = []
    t = asyncio.create_task(ticker(log))
    print(await asyncio.wait_for(inner(asyncio.current_task()), 1))
    print("nobody else ran", log)
    await t
    print(log)

asyncio.run(main())
