# reset() sends the waiting parties away with BrokenBarrierError; the barrier itself is not broken.
import asyncio

async def w(n, b):
    try:
        i = await b.wait()
        print("passes", n, i)
    except asyncio.BrokenBarrierError as e:
        print(n, "BrokenBarrierError:", e)

async def main():
    b = asyncio.Barrier(2)
    a = asyncio.create_task(w("a", b))
    await asyncio.sleep(0.01)
    print("waiting", b.n_waiting)
    await b.reset()
    await a
    print("broken", b.broken, "waiting", b.n_waiting)
    await asyncio.gather(w("b", b), w("c", b))
    await b.reset()
    print("reset of an empty barrier: broken", b.broken)

asyncio.run(main())
