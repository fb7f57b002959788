# Tasks may be created on a loop that does not run yet; they start, in order, when it does.
import asyncio

async def work(n):
    print("start", n, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print("end", n)
    return n

loop = asyncio.new_event_loop()
a = loop.create_task(work("a"), name="A")
b = loop.create_task(work("b"), name="B")
print("created", a.done(), b.done())
print(loop.run_until_complete(b))
print("a done", a.done(), a.result())
loop.close()
#nomain
