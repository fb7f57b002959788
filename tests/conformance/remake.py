"""Runs one conformance program on CPython's own asyncio, with virtual time: sleeping is free and every run is the same."""
import contextlib
import functools
import gc
import io
import sys
import time
import traceback
import zipimport

from virtual_time import VirtualClock, virtual_event_loop

# fresh_asyncio() imports the same modules again and again: unpack and read each once.
zipimport.zipimporter.get_code = functools.cache(zipimport.zipimporter.get_code)


def fresh_asyncio():
    """A new asyncio per program: Task-N counts from 1 again, and nothing of Pyodide's own event loop is left in it."""
    import asyncio
    asyncio._set_running_loop(None)
    for name in [n for n in sys.modules if n == "_asyncio" or n.partition(".")[0] == "asyncio"]:
        del sys.modules[name]
    import asyncio
    from asyncio import events

    clock = VirtualClock()
    loop_class = virtual_event_loop(asyncio)

    class Policy(events._BaseDefaultEventLoopPolicy):
        def _loop_factory(self):
            return loop_class(clock)

    asyncio.EventLoop = asyncio.SelectorEventLoop = lambda: loop_class(clock)
    events._set_event_loop_policy(Policy())
    time.sleep = clock.sleep
    time.monotonic = time.perf_counter = lambda: clock.now


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
