# Pitfall: a step that computes for long holds up all tasks; give the others their turn.
import asyncio


async def clock():
    for tick in range(1, 4):
        print("tick", tick)
        await asyncio.sleep(0)


async def sum_up(gives_way):
    total = 0
    for number in range(3000):
        total += number
        if gives_way and number % 1000 == 0:
            await asyncio.sleep(0)
    print("the sum is", total)


async def main():
    print("wrong:")
    await asyncio.gather(sum_up(False), clock())
    print("right:")
    await asyncio.gather(sum_up(True), clock())


asyncio.run(main())
