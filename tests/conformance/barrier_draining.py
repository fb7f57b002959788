# Parties that come while the barrier drains wait for the next round.
import asyncio

async def w(n, b):
    i = await b.wait()
    print("round of", n, i)

async def main():
    b = asyncio.Barrier(2)
    ts = [asyncio.create_task(w(n, b)) for n in ("a1", "a2", "b1", "b2", "c1")]
    await asyncio.sleep(0.01)
    print("done", [t.done() for t in ts], "waiting", b.n_waiting)
    await w("c2", b)
    await asyncio.gather(*ts)
    print("waiting", b.n_waiting)

asyncio.run(main())
