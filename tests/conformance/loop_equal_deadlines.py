# Timers with one deadline fire in one iteration, before anything they schedule.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    fired = []

    def fire(n):
        fired.append(n)
        if len(fired) == 1:
            loop.call_soon(lambda: print("next iteration:", sorted(fired)))

    when = loop.time() + 0.01
    for n in range(6):
        loop.call_at(when, fire, n)
    await asyncio.sleep(0.03)
    print("fired", len(fired))

asyncio.run(main())
