# get_stack(): where a suspended task stands; nothing for a finished one.
import asyncio

async def work():
    await asyncio.sleep(0.01)

def functions(t):
    return [f.f_code.co_name for f in t.get_stack()]

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    print("suspended", functions(t)[0])
    await t
    print("done", functions(t))

asyncio.run(main())
