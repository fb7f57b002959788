# Children that await each other inside a group: a small dependency graph.
import asyncio

async def step(n, needs, log):
    for t in needs:
        await t
    await asyncio.sleep(0.01)
    log.append(n)
    return n

async def main():
    log = []
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(step("a", [], log))
        b = tg.create_task(step("b", [a], log))
        c = tg.create_task(step("c", [a], log))
        d = tg.create_task(step("d", [b, c], log))
    print(log, d.result())

asyncio.run(main())
