# format_call_graph: the same as text (here without addresses, files and lines).
import asyncio
import re

async def leaf(fut):
    await fut

async def worker(fut):
    await leaf(fut)

async def boss(t):
    await t

async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(worker(fut), name="worker")
    b = asyncio.create_task(boss(t), name="boss")
    await asyncio.sleep(0)
    text = asyncio.format_call_graph(t)
    for line in text.split("\n"):
        print(re.sub(r"File .* in ", "in ", re.sub(r", id=0x[0-9a-f]+", "", line)))
    fut.set_result(None)
    await b

asyncio.run(main())
