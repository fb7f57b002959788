# A callback that re-schedules itself for ever does not starve the timers: each iteration looks at them.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    spinning = True
    spins = 0

    def spin():
        nonlocal spins
        spins += 1
        if spinning:
            loop.call_soon(spin)

    def halt():
        nonlocal spinning
        print("timer fired")
        spinning = False

    loop.call_soon(spin)
    loop.call_later(-1, halt)
    while spinning:
        await asyncio.sleep(0)
    print("spun", spins > 0)
    await asyncio.sleep(0)

asyncio.run(main())
