# Without an argument: the current task, from the running coroutine outwards; the graph climbs to the one who awaits it.
import asyncio

def names(graph):
    return [entry.frame.f_code.co_name for entry in graph.call_stack]

async def show():
    graph = asyncio.capture_call_graph()
    print(names(graph), "awaited by", [names(g) for g in graph.awaited_by])
    graph = asyncio.capture_call_graph(limit=1)
    print("limit 1", names(graph), "limit -1", names(asyncio.capture_call_graph(limit=-1)))

async def child():
    await asyncio.sleep(0)
    await show()

async def parent(t):
    await t

async def main():
    t = asyncio.create_task(child())
    await asyncio.gather(parent(t), parent(t))
    try:
        asyncio.capture_call_graph(42)
    except TypeError:
        print("only futures have a graph")

asyncio.run(main())
