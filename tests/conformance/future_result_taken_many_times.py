# result() may be read any number of times and gives the same object.
import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result([1, 2, 3])
    a = await f
    b = f.result()
    print(a, b, f.result() == await f)
    print(f.done(), f.cancelled(), f.exception())

asyncio.run(main())
