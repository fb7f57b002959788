# as_completed gives the results in the order in which they come.
import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    fetches = [
        fetch("slow", 0.3),
        fetch("fast", 0.1),
        fetch("medium", 0.2),
    ]
    for next_one in asyncio.as_completed(fetches):
        print(await next_one)


asyncio.run(main())
