# gather, wait, shield and TaskGroup record who waits: the graph goes from a child to the task behind them.
import asyncio

async def child(fut):
    await fut

async def by_gather(t):
    await asyncio.gather(t)

async def by_wait(t):
    await asyncio.wait([t])

async def by_shield(t):
    await asyncio.shield(t)

async def by_group(fut, children):
    async with asyncio.TaskGroup() as tg:
        children.append(tg.create_task(child(fut)))

async def main():
    fut, children = asyncio.get_running_loop().create_future(), []
    t = asyncio.create_task(child(fut))
    waiters = [asyncio.create_task(f(t), name=f.__name__) for f in (by_gather, by_wait, by_shield)]
    group = asyncio.create_task(by_group(fut, children), name="by_group")
    await asyncio.sleep(0.01)
    print(sorted(g.future.get_name() for g in asyncio.capture_call_graph(t).awaited_by if isinstance(g.future, asyncio.Task)))
    print([g.future is group for g in asyncio.capture_call_graph(children[0]).awaited_by])
    fut.set_result(None)
    await asyncio.wait([*waiters, group])
    print("afterwards", len(asyncio.capture_call_graph(t).awaited_by), len(asyncio.capture_call_graph(children[0]).awaited_by))

asyncio.run(main())
