# The last party does not suspend: it goes on at once, the others one iteration later.
import asyncio

async def w(n, b):
    print("arrives", n)
    i = await b.wait()
    print("passes", n, i)

async def main():
    b = asyncio.Barrier(3)
    ts = [asyncio.create_task(w(n, b)) for n in "ab"]
    await asyncio.sleep(0)
    print("main is last, waiting", b.n_waiting)
    print("main passes", await b.wait())
    await asyncio.gather(*ts)
    print("one party needs nobody:", await asyncio.Barrier(1).wait())

asyncio.run(main())
