# cancel() of a future takes effect at once; its callbacks and waiters hear of it in the next iteration, with the message.
import asyncio

async def waiter(f):
    try:
        await f
    except asyncio.CancelledError as e:
        print("waiter", e.args, asyncio.current_task().cancelling())
        return "waiter goes on"

async def main():
    f = asyncio.get_running_loop().create_future()
    f.add_done_callback(lambda f: print("callback", f.cancelled()))
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    print("cancel", f.cancel("no more"), f.cancelled(), f.done())
    print(await t)
    for method in (f.result, f.exception):
        try:
            method()
        except asyncio.CancelledError as e:
            print("CancelledError", e.args)

asyncio.run(main())
