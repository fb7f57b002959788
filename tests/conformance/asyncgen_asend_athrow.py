# asend(v): v is the value of the yield; athrow(e): e is raised at the yield, which may answer with the next item.
import asyncio

async def adder():
    total = 0
    while True:
        try:
            x = yield total
            await asyncio.sleep(0)
            total += x
        except ValueError as e:
            print("generator sees", e)
            total = -1

async def main():
    g = adder()
    print(await g.asend(None))
    print(await g.asend(10))
    print(await g.asend(5))
    print(await g.athrow(ValueError("reset")))
    print(await g.asend(3))
    try:
        await g.athrow(KeyError("unhandled"))
    except KeyError as e:
        print("KeyError", e.args[0])
    print(await anext(g, "exhausted"))

asyncio.run(main())
