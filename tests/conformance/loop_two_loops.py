# Two loops used in turn: each keeps its own tasks and timers while the other runs.
import asyncio

async def work(n, loop):
    for i in range(3):
        print(n, i, asyncio.get_running_loop() is loop)
        await asyncio.sleep(0.01)
    return n

one, two = asyncio.new_event_loop(), asyncio.new_event_loop()
a = one.create_task(work("a", one))
b = two.create_task(work("b", two))
one.run_until_complete(asyncio.sleep(0))
print("switch")
print(two.run_until_complete(b))
print("a done", a.done())
print(one.run_until_complete(a))
one.close()
two.close()
#nomain
