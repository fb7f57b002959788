# Pitfall: deadlock, two locks taken in opposite order; always take them in the same one.
import asyncio


async def pay(who, first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print(who, "has paid")


async def both(ada, bob, same_order):
    first = ada if same_order else bob
    second = bob if same_order else ada
    try:
        await asyncio.wait_for(asyncio.gather(pay("ada", ada, bob), pay("bob", first, second)), 1)
    except TimeoutError:
        print("each waits for the other")


async def main():
    ada, bob = asyncio.Lock(), asyncio.Lock()
    print("wrong:")
    await both(ada, bob, False)
    print("right:")
    await both(ada, bob, True)


asyncio.run(main())
