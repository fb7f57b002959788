# An error set on the reader comes out of the waiting read, and of every later one.
import asyncio

async def reader(r):
    try:
        await r.readline()
    except ValueError as e:
        print("waiting read:", e)

async def main():
    r = asyncio.StreamReader()
    print("exception", r.exception())
    t = asyncio.create_task(reader(r))
    await asyncio.sleep(0.01)
    r.set_exception(ValueError("connection lost"))
    await t
    for read in (r.read, r.readline):
        try:
            await read()
        except ValueError as e:
            print("later read:", e)
    print("exception", r.exception())

asyncio.run(main())
