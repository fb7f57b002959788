"""Runs one conformance program on CPython's own asyncio, with virtual time: sleeping is free and every run is the same.

The loop is asyncio.base_events.BaseEventLoop as it is; only its selector (there is no I/O), its clock and the order of
timers that have one deadline are ours. A real clock gives two timers different deadlines, in the order of their creation.
"""
import contextlib
import functools
import gc
import io
import itertools
import sys
import time
import traceback
import zipimport

# fresh_asyncio() imports the same modules again and again: unpack and read each once.
zipimport.zipimporter.get_code = functools.cache(zipimport.zipimporter.get_code)


def fresh_asyncio():
    """A new asyncio per program: Task-N counts from 1 again, and nothing of Pyodide's own event loop is left in it."""
    import asyncio
    asyncio._set_running_loop(None)
    for name in [n for n in sys.modules if n == "_asyncio" or n.partition(".")[0] == "asyncio"]:
        del sys.modules[name]
    import asyncio
    from asyncio import base_events, events

    clock = VirtualClock()
    order = itertools.count()

    class TimerHandle(events.TimerHandle):
        def __init__(self, when, *args):
            super().__init__(round(when, 9), *args)
            self._order = next(order)

        def __lt__(self, other):
            return (self._when, self._order) < (other._when, other._order)

    class VirtualEventLoop(base_events.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._clock_resolution = 1e-9
            self._selector = clock

        def time(self):
            return clock.now

        def _process_events(self, event_list):
            pass

        def _write_to_self(self):
            pass

    class Policy(events._BaseDefaultEventLoopPolicy):
        _loop_factory = VirtualEventLoop

    events.TimerHandle = asyncio.TimerHandle = TimerHandle
    asyncio.EventLoop = asyncio.SelectorEventLoop = VirtualEventLoop
    events._set_event_loop_policy(Policy())
    time.sleep = clock.sleep
    time.monotonic = time.perf_counter = lambda: clock.now


class VirtualClock:
    """The selector of the loop: waiting for I/O until a deadline moves the clock to that deadline."""

    def __init__(self):
        self.now = 0.0

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("deadlock: nothing is ready, no timer is set")
        self.sleep(timeout)
        return []

    def sleep(self, seconds):
        self.now = round(self.now + max(seconds, 0), 9)


def run(source, filename):
    """What the program prints, and how it failed (or None)."""
    fresh_asyncio()
    out, error, argv, hook = io.StringIO(), None, sys.argv, sys.unraisablehook
    sys.argv = [filename]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(compile(source, filename, "exec"), {"__name__": "__main__", "__file__": filename})
        except SystemExit:
            pass
        except BaseException:
            error = traceback.format_exc()
        gc.collect()
    sys.argv, sys.unraisablehook = argv, hook
    return out.getvalue(), error
