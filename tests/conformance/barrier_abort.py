# abort() breaks the barrier: waiting parties and later ones get BrokenBarrierError; reset() makes it whole.
import asyncio

async def w(n, b):
    try:
        await b.wait()
        print("passes", n)
    except asyncio.BrokenBarrierError as e:
        print(n, "BrokenBarrierError:", e)

async def main():
    b = asyncio.Barrier(3)
    ts = [asyncio.create_task(w(n, b)) for n in "ab"]
    await asyncio.sleep(0)
    await b.abort()
    print("aborted, broken", b.broken)
    await asyncio.gather(*ts)
    await w("late", b)
    await b.reset()
    print("reset, broken", b.broken, "waiting", b.n_waiting)
    await asyncio.gather(w("c", b), w("d", b), w("e", b))

asyncio.run(main())
