# A failed or cancelled child raises at its await; the iteration goes on with the others.
import asyncio

async def child(n, ms, fails=False):
    await asyncio.sleep(ms / 1000)
    if fails:
        raise ValueError(n)
    return n

async def main():
    ts = [asyncio.create_task(child("a", 30)), asyncio.create_task(child("b", 10, True)), asyncio.create_task(child("c", 1000))]
    asyncio.get_running_loop().call_later(0.02, ts[2].cancel)
    for next_one in asyncio.as_completed(ts):
        try:
            print("got", await next_one)
        except ValueError as e:
            print("ValueError", e)
        except asyncio.CancelledError:
            print("CancelledError", asyncio.current_task().cancelling())

asyncio.run(main())
