# A waiting task is a done callback like the others: it is woken in registration order.
import asyncio

async def waiter(n, f):
    print(n, "got", await f)

async def main():
    f = asyncio.get_running_loop().create_future()
    f.add_done_callback(lambda f: print("callback 1"))
    asyncio.create_task(waiter("a", f))
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: print("callback 2"))
    asyncio.create_task(waiter("b", f))
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: print("callback 3"))
    f.set_result("x")
    print("set")
    await asyncio.sleep(0)
    print("one iteration")

asyncio.run(main())
