# The outer deadline comes first: the inner block sees only CancelledError, the outer one converts it.
import asyncio

async def main():
    outer, inner = asyncio.timeout(0.01), asyncio.timeout(10)
    try:
        async with outer:
            try:
                async with inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner TimeoutError")
            except asyncio.CancelledError:
                print("between: CancelledError")
                raise
    except TimeoutError:
        print("outer TimeoutError")
    print("outer", outer.expired(), "inner", inner.expired())

asyncio.run(main())
