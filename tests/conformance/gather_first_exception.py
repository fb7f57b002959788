# The first exception comes out at once; the other children go on; later exceptions are lost silently.
import asyncio

async def child(n, ms, fails):
    await asyncio.sleep(ms / 1000)
    print("end", n)
    if fails:
        raise ValueError(n)
    return n

async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print("reported", context["message"]))
    try:
        await asyncio.gather(child("a", 30, False), child("b", 10, True), child("c", 20, True))
    except ValueError as e:
        print("ValueError", e)
    await asyncio.sleep(0.05)
    print("nothing was reported")

asyncio.run(main())
