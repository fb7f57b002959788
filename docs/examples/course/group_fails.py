# One task fails: its TaskGroup cancels the others and throws all errors as one.
import asyncio


async def visit(host, time):
    try:
        await asyncio.sleep(time)
    except asyncio.CancelledError:
        print(f"{host}: called off")
        raise
    if host == "b":
        raise ValueError("no such host: " + host)
    print(f"{host}: visited")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(visit("a", 0.1))
            group.create_task(visit("b", 0.2))
            group.create_task(visit("c", 0.3))
    except* ValueError as errors:
        for error in errors.exceptions:
            print(error)


asyncio.run(main())
