# The inner deadline comes first: handled between the two, the outer block goes on and ends in time.
import asyncio

async def main():
    async with asyncio.timeout(10) as outer:
        try:
            async with asyncio.timeout(0.01) as inner:
                await asyncio.sleep(10)
        except TimeoutError:
            print("between: TimeoutError, cancelling", asyncio.current_task().cancelling())
        await asyncio.sleep(0.01)
        print("outer body goes on")
    print("outer", outer.expired(), "inner", inner.expired())

asyncio.run(main())
