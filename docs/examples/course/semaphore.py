# A semaphore lets only so many in at a time; the others queue.
import asyncio


async def car(number, places):
    async with places:
        print("car", number, "parks")
        await asyncio.sleep(number * 0.1)
        print("car", number, "leaves")


async def main():
    places = asyncio.Semaphore(2)
    await asyncio.gather(car(1, places), car(3, places), car(5, places), car(4, places))


asyncio.run(main())
