# shield() of something done gives it back itself.
import asyncio

async def work():
    return 1

async def main():
    t = asyncio.create_task(work())
    await t
    print("same", asyncio.shield(t) is t)
    f = asyncio.get_running_loop().create_future()
    print("same", asyncio.shield(f) is f)
    f.set_result(2)
    print("same", asyncio.shield(f) is f)
    print(await asyncio.shield(f) + await asyncio.shield(t))

asyncio.run(main())
