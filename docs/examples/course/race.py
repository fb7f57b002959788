# The first of several wins: wait for one, and cancel the others.
import asyncio


async def mirror(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, "is called off")
        raise


async def main():
    runners = [
        asyncio.create_task(mirror("Oslo", 0.3)),
        asyncio.create_task(mirror("Lima", 0.1)),
        asyncio.create_task(mirror("Rome", 0.2)),
    ]
    done, pending = await asyncio.wait(runners, return_when=asyncio.FIRST_COMPLETED)
    for winner in done:
        print(winner.result(), "wins")
    losers = [task for task in runners if task in pending]
    for loser in losers:
        loser.cancel()
    await asyncio.wait(losers)


asyncio.run(main())
