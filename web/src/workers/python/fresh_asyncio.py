"""A new asyncio for each program, in virtual time: sleeping is free and every run is the same."""
import functools
import sys
import time
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
