# Every waiter gets the same exception object, and again at each await.
import asyncio

async def waiter(n, f):
    for _ in range(2):
        try:
            await f
        except ValueError as e:
            print(n, e, e is f.exception())

async def main():
    f = asyncio.get_running_loop().create_future()
    a, b = asyncio.create_task(waiter("a", f)), asyncio.create_task(waiter("b", f))
    await asyncio.sleep(0)
    f.set_exception(ValueError("boom"))
    await asyncio.gather(a, b)
    try:
        f.result()
    except ValueError as e:
        print("result()", e)

asyncio.run(main())
