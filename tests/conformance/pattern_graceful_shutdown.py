# A server loop that ends on an event: what is begun is finished, then the cleanup runs.
import asyncio

async def server(stop):
    handled = 0
    stopping = asyncio.create_task(stop.wait())
    while not stopping.done():
        work = asyncio.create_task(asyncio.sleep(0.02, "request"))
        done, _ = await asyncio.wait([work, stopping], return_when=asyncio.FIRST_COMPLETED)
        if work not in done:
            print("finishing the last one")
        await work
        handled += 1
    print("handled", handled)

async def main():
    stop = asyncio.Event()
    t = asyncio.create_task(server(stop))
    await asyncio.sleep(0.05)
    print("stop")
    stop.set()
    await t
    print("server ended")

asyncio.run(main())
