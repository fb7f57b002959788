# A condition: wait until something that others change is as it should be.
import asyncio


class Tank:
    def __init__(self):
        self.changed = asyncio.Condition()
        self.litres = 0


async def draw(tank, litres):
    async with tank.changed:
        await tank.changed.wait_for(lambda: tank.litres >= litres)
        tank.litres -= litres
        print(f"drew {litres}, {tank.litres} left")


async def fill(tank):
    for litres in (2, 4, 6):
        await asyncio.sleep(0.1)
        async with tank.changed:
            tank.litres += litres
            print("filled", litres)
            tank.changed.notify_all()


async def main():
    tank = Tank()
    await asyncio.gather(draw(tank, 5), draw(tank, 3), fill(tank))


asyncio.run(main())
