# capture_call_graph: the coroutines of a task, innermost first, and who awaits it.
import asyncio

def names(graph):
    return [entry.frame.f_code.co_name for entry in graph.call_stack]

async def leaf(fut):
    await fut

async def mid(fut):
    await leaf(fut)

async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(mid(fut))
    await asyncio.sleep(0)
    graph = asyncio.capture_call_graph(t)
    print(graph.future is t, names(graph), len(graph.awaited_by))
    graph = asyncio.capture_call_graph(fut)
    print(names(graph), len(graph.awaited_by))
    print(graph.awaited_by[0].future is t, names(graph.awaited_by[0]))
    fut.set_result(None)
    await t
    print("done:", len(asyncio.capture_call_graph(t).awaited_by), len(asyncio.capture_call_graph(fut).awaited_by))

asyncio.run(main())
