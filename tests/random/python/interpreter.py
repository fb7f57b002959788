"""Runs random programs on CPython's asyncio in virtual time: what each leaves as its trace is the truth."""
import asyncio
import gc
import json
import sys

import departures
from bodies import start
from texts import describe
from virtual_time import VirtualClock, virtual_event_loop
from world import World

VirtualEventLoop = virtual_event_loop(asyncio)
departures.give_sets_an_order(asyncio, VirtualEventLoop)
departures.keep_tasks_alive(VirtualEventLoop)


def attempt(world, what, function):
    try:
        world.line(f"{what} = {function()}")
        return True
    except BaseException as error:
        world.line(f"{what} ! {describe(error)}")
        return False


def tell_slots(world):
    for name, slot in sorted(world.objects.items()):
        if asyncio.isfuture(slot):
            world.line(f"{name} {'cancelled' if slot.cancelled() else 'done' if slot.done() else 'pending'}")


def run(text):
    """The trace of one program, given as JSON."""
    # Pyodide's own event loop says that it runs.
    asyncio._set_running_loop(None)
    loop = VirtualEventLoop(VirtualClock())
    world = World(json.loads(text), loop)
    loop.set_exception_handler(world.report)
    runner = asyncio.Runner(loop_factory=lambda: loop)
    runner.get_loop()
    if world.eager_tasks:
        loop.set_task_factory(asyncio.eager_task_factory)
    attempt(world, "run", lambda: runner.run(start(world, 0)))
    departures.forget_stop(loop)
    closed = attempt(world, "close", runner.close)
    if closed:
        tell_slots(world)
    # What is left now waits for ever: its end is the garbage collector's.
    world.muted = True
    loop.kept.clear()
    world.objects.clear()
    gc.collect()
    return "\n".join(world.lines + (sorted(world.reports) if closed else []))


sys.unraisablehook = lambda *arguments: None
# No task may vanish while its program runs, and to look for garbage must be quick.
gc.collect()
gc.freeze()
gc.disable()
