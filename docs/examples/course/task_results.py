# What a task that has ended holds: a value, an error, or that it was cancelled.
import asyncio


async def divide(dividend, divisor):
    await asyncio.sleep(0.1)
    if divisor == 0:
        raise ArithmeticError("division by zero")
    return dividend // divisor


async def main():
    good = asyncio.create_task(divide(42, 6))
    bad = asyncio.create_task(divide(1, 0))
    late = asyncio.create_task(divide(9, 3))
    late.cancel()
    print("done before the wait:", str(good.done()).lower())
    await asyncio.wait([good, bad, late])
    print("result:", good.result())
    try:
        bad.result()
    except ArithmeticError as error:
        print("error:", error)
    print("cancelled:", str(late.cancelled()).lower())


asyncio.run(main())
