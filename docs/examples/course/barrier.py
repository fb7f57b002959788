# A barrier: nobody begins the next part before all have ended this one.
import asyncio


async def hiker(name, pace, hut):
    for day in (1, 2):
        await asyncio.sleep(pace)
        print(f"day {day}: {name} is at the hut")
        await hut.wait()


async def main():
    hut = asyncio.Barrier(3)
    await asyncio.gather(hiker("ada", 0.3, hut), hiker("bob", 0.1, hut), hiker("eve", 0.2, hut))
    print("all are home")


asyncio.run(main())
