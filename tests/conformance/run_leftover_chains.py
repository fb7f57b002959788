# At the end of run() each task that is left is cancelled once, and hears of the requests of all who await it.
import asyncio

log = []

def told(*what):
    log.append(" ".join(map(str, what)))

async def leaf(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        told(name, asyncio.current_task().cancelling())
        raise

async def level(name, awaited):
    try:
        await awaited
    except asyncio.CancelledError:
        told(name, asyncio.current_task().cancelling())
        raise

async def gathers(name, *awaited):
    await level(name, asyncio.gather(*awaited))

async def swallows(name, awaited):
    try:
        await awaited
    except asyncio.CancelledError:
        told(name, asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
    await asyncio.sleep(0)
    told(name, "goes on")

async def later(name, holder):
    await level(name, holder[0])

keep = []

async def main():
    make = asyncio.create_task
    a = make(leaf("a"))
    b = make(level("b", a))
    c = make(level("c", b))
    holder = []
    d = make(later("d", holder))
    e = make(level("e", c))
    holder.append(e)
    f = make(leaf("f"))
    g = make(gathers("g", a, f, f))
    h = make(gathers("h", g, f))
    i = make(swallows("i", h))
    j = make(level("j", i))
    future = asyncio.get_running_loop().create_future()
    k = make(level("k", future))
    l = make(level("l", asyncio.shield(k)))
    m = make(gathers("m", k, future))
    keep.extend([a, b, c, d, e, f, g, h, i, j, k, l, m, future])
    await asyncio.sleep(0)

asyncio.run(main())
for line in sorted(log):  # CPython cancels them in no order
    print(line)
