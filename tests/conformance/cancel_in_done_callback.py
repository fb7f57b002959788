# A done callback may cancel other tasks: first one wins.
import asyncio

async def racer(n, ms):
    try:
        await asyncio.sleep(ms / 1000)
        print(n, "wins")
        return n
    except asyncio.CancelledError:
        print(n, "stopped")
        raise

async def main():
    ts = [asyncio.create_task(racer(n, ms)) for n, ms in (("slow", 30), ("fast", 10), ("middle", 20))]

    def first(winner):
        for t in ts:
            if t is not winner:
                print("cancel", t.cancel())

    ts[1].add_done_callback(first)
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts])

asyncio.run(main())
