"""What the benchmarks of Python's asyncio share: the `python.py` of bench/questions.

Each has `runs`: coroutine functions `run(asked, now)` by the names of the benchmarks, which give how many operations took how
many nanoseconds, or bytes.
"""

from dataclasses import dataclass


@dataclass
class Asked:
    """The case that is asked at the moment, out of the question.json; without an argument `arg` is None."""

    name: str
    arg: int | None
    operations: int
    result: int
    small: bool = False

    def measured(self, computed, **cost):
        """What a run gives whose result is right."""
        check(computed == self.result, self.name)
        return {"operations": self.operations, **cost}


def check(correct, what):
    """A benchmark's result is checked before its time counts."""
    if not correct:
        raise AssertionError(f"benchmark computes a wrong result: {what}")


async def timed(asked, now, compute):
    """Times a whole computation."""
    begin = now()
    computed = await compute
    return asked.measured(computed, nanoseconds=now() - begin)
