# The first result wins, the losers are cancelled and waited for.
import asyncio

async def server(n, ms):
    try:
        await asyncio.sleep(ms / 1000)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def race(tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()

async def main():
    tasks = [asyncio.create_task(server(n, ms)) for n, ms in (("slow", 50), ("fast", 10))]
    print("winner", await race(tasks))
    print("left", len(asyncio.all_tasks()) - 1)

asyncio.run(main())
