# Both deadlines in one iteration: CancelledError between the blocks, TimeoutError outside, the count back to zero.
import asyncio

async def main():
    when = asyncio.get_running_loop().time() + 0.02
    outer, inner = asyncio.timeout_at(when), asyncio.timeout_at(when)
    try:
        async with outer:
            try:
                async with inner:
                    await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("between: CancelledError, cancelling", asyncio.current_task().cancelling())
                raise
            except TimeoutError:
                print("between: TimeoutError")
                raise
    except TimeoutError:
        print("outside: TimeoutError")
    print("outer", outer.expired(), "inner", inner.expired(), "cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
