# set() and clear() at once, as a pulse: those who waited are woken, later ones wait for the next set().
import asyncio

async def w(n, ev):
    await ev.wait()
    print("woken", n, "set", ev.is_set())

async def main():
    ev = asyncio.Event()
    a, b = (asyncio.create_task(w(n, ev)) for n in "ab")
    await asyncio.sleep(0)
    ev.set()
    ev.clear()
    c = asyncio.create_task(w("c", ev))
    await asyncio.gather(a, b)
    await asyncio.sleep(0.01)
    print("c done", c.done())
    ev.set()
    await c

asyncio.run(main())
