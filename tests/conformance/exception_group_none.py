# subgroup() and split() of a type that is not in the group give nothing, and the whole.
import asyncio

async def fail():
    raise ValueError("v")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail())
    except ExceptionGroup as eg:
        print(eg.subgroup(KeyError))
        match, rest = eg.split(KeyError)
        print(match, len(rest.exceptions))
        match, rest = eg.split(ValueError)
        print(len(match.exceptions), rest, match.message)

asyncio.run(main())
