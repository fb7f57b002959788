"""What the benchmarks of Python's asyncio share.

They answer the questions of bench/asyncio, under the same names and with the same arguments.
A benchmark is a coroutine function `run(arg, now)` that gives how many operations took how many nanoseconds, or bytes.
"""


class Measurement(dict):
    """What one run gave: operations, and nanoseconds or bytes."""


def check(correct, what):
    """A benchmark's result is checked before its time counts."""
    if not correct:
        raise AssertionError(f"benchmark computes a wrong result: {what}")


async def timed(name, operations, now, compute, expected):
    """Times a whole computation and compares what it gives."""
    begin = now()
    result = await compute
    nanoseconds = now() - begin
    check(result == expected, name)
    return Measurement(operations=operations, nanoseconds=nanoseconds)
