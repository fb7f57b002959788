"""Runs one benchmark and writes what each repetition gave, one JSON object a line; --list writes their names.

    python3 run.py NAME [--arg N] [--repetitions N] [--seconds S] [--uvloop]
"""

import argparse
import asyncio
import json
import runpy
import time
from pathlib import Path

from benchmark import Asked
from loops import loop_factory

QUESTIONS = Path(__file__).parents[2] / "questions"


def folders_of_benchmarks():
    """The folder of each benchmark that has an answer in Python."""
    return {
        name: program.parent
        for program in sorted(QUESTIONS.glob("*/python.py"))
        for name in question_of(program.parent)["benchmarks"]
    }


def question_of(folder):
    return json.loads((folder / "question.json").read_text())


def asked_of(folder, name, arg):
    for case in question_of(folder)["cases"]:
        if case["arg"] == arg:
            return Asked(name, **case)
    raise SystemExit(f"{name} is not asked of {arg}")


def main():
    benchmarks = folders_of_benchmarks()
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=benchmarks, nargs="?")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--arg", type=int)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10, help="no repetition begins after so long")
    parser.add_argument("--uvloop", action="store_true")
    options = parser.parse_args()
    if options.list:
        print(*benchmarks, sep="\n")
        return
    if options.name is None:
        parser.error("which benchmark?")
    folder = benchmarks[options.name]
    run = runpy.run_path(str(folder / "python.py"))["runs"][options.name]
    asked = asked_of(folder, options.name, options.arg)

    async def measure():
        return await run(asked, time.process_time_ns)

    end = time.monotonic() + options.seconds
    for repetition in range(options.repetitions):
        if repetition > 0 and time.monotonic() > end:
            break
        with asyncio.Runner(loop_factory=loop_factory(options.uvloop)) as runner:
            print(json.dumps(runner.run(measure())), flush=True)


main()
