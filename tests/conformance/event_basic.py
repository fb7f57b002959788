# set() wakes every waiter, in the order in which they came; waiting on a set event does not suspend.
import asyncio

async def w(n, ev):
    print("waits", n)
    print("woken", n, await ev.wait())

async def main():
    ev = asyncio.Event()
    ts = [asyncio.create_task(w(n, ev)) for n in "abc"]
    await asyncio.sleep(0)
    print("set", ev.is_set())
    ev.set()
    ev.set()
    print("set", ev.is_set())
    await asyncio.gather(*ts)
    late = asyncio.create_task(w("late", ev))
    print("at once", await ev.wait())
    await late
    ev.clear()
    print("set", ev.is_set())

asyncio.run(main())
