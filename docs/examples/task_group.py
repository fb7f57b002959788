import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    if name == "b":
        raise ValueError("no " + name)
    print("got", name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("a", 1))
            group.create_task(fetch("b", 2))
            group.create_task(fetch("c", 3))
    except* ValueError as errors:
        for error in errors.exceptions:
            print("failed:", error)


asyncio.run(main())
