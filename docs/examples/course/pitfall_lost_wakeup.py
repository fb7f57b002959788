# Pitfall: a lost wake-up: a signal that nobody waited for is gone; keep the state, and check it.
import asyncio


async def sleeper(bell):
    await asyncio.sleep(0.2)  # busy when it rings
    await bell.wait()


async def ring(bell, stays_set):
    await asyncio.sleep(0.1)
    bell.set()
    if not stays_set:
        bell.clear()


async def morning(name, stays_set):
    bell = asyncio.Event()
    try:
        await asyncio.wait_for(asyncio.gather(sleeper(bell), ring(bell, stays_set)), 1)
        print(f"{name}: awake")
    except TimeoutError:
        print(f"{name}: still asleep")


async def main():
    await morning("wrong", False)
    await morning("right", True)


asyncio.run(main())
