# FIRST_EXCEPTION: returns at the first failure, but not for a cancelled child.
import asyncio

async def child(n, ms, fails=False):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    if fails:
        raise ValueError(n)

async def main():
    a, b, c, d = (asyncio.create_task(child("a", 10)), asyncio.create_task(child("b", 1000)),
                  asyncio.create_task(child("c", 30, True)), asyncio.create_task(child("d", 50)))
    await asyncio.sleep(0)
    b.cancel()
    done, pending = await asyncio.wait([a, b, c, d], return_when=asyncio.FIRST_EXCEPTION)
    print([t in done for t in (a, b, c, d)], pending == {d})
    print(b.cancelled(), c.exception())
    done, pending = await asyncio.wait([a, d], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))

asyncio.run(main())
