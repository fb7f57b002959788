"""Runs one benchmark and writes what each repetition gave, one JSON object a line; --list writes their names.

    python3 run.py NAME [--arg N] [--repetitions N] [--seconds S] [--uvloop]
"""

import argparse
import asyncio
import json
import time

from await_chain import await_chain
from await_finished import await_finished
from create_and_join import create_and_join
from gather import gather
from locks import lock_contended, lock_free
from loops import loop_factory
from queue_ping_pong import queue_ping_pong
from sleeping import cancel_sleeping, sleeping_task_memory
from timer_fire import timer_fire
from timers import timer_cancel, timer_insert
from yield_turn import yield_turn

BENCHMARKS = {
    function.__name__: function
    for function in (
        await_finished,
        await_chain,
        create_and_join,
        gather,
        timer_insert,
        timer_cancel,
        timer_fire,
        queue_ping_pong,
        lock_free,
        lock_contended,
        cancel_sleeping,
        sleeping_task_memory,
    )
} | {"yield": yield_turn}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=BENCHMARKS, nargs="?")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--arg", type=int)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10, help="no repetition begins after so long")
    parser.add_argument("--uvloop", action="store_true")
    options = parser.parse_args()
    if options.list:
        print(*BENCHMARKS, sep="\n")
        return
    if options.name is None:
        parser.error("which benchmark?")

    async def measure():
        return await BENCHMARKS[options.name](options.arg, time.process_time_ns)

    end = time.monotonic() + options.seconds
    for repetition in range(options.repetitions):
        if repetition > 0 and time.monotonic() > end:
            break
        with asyncio.Runner(loop_factory=loop_factory(options.uvloop)) as runner:
            print(json.dumps(runner.run(measure())), flush=True)


main()
