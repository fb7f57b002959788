# Pitfall: check, await, act: what was checked may not hold any more; use a lock, or act before you await.
import asyncio


async def wrong(who, seats):
    if seats[0] > 0:
        await asyncio.sleep(0.1)  # asks the bank
        seats[0] -= 1
        print(who, "has a seat")


async def right(who, seats):
    if seats[0] > 0:
        seats[0] -= 1
        await asyncio.sleep(0.1)
        print(who, "has a seat")


async def main():
    seats = [1]
    await asyncio.gather(wrong("ada", seats), wrong("bob", seats))
    print("wrong:", seats[0], "seats left")
    seats[0] = 1
    await asyncio.gather(right("ada", seats), right("bob", seats))
    print("right:", seats[0], "seats left")


asyncio.run(main())
