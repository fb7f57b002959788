"""CPython's own event loop in virtual time: sleeping is free and every run is the same.

The loop is asyncio.base_events.BaseEventLoop as it is; only its selector (there is no I/O), its clock and the order of
timers that have one deadline are ours. A real clock gives two timers different deadlines, in the order of their creation.
"""
import itertools


class Deadlock(RuntimeError):
    """Nothing is ready and no timer is set."""


class VirtualClock:
    """The selector of the loop: waiting for I/O until a deadline moves the clock to that deadline."""

    def __init__(self):
        self.now = 0.0

    def select(self, timeout):
        if timeout is None:
            raise Deadlock("deadlock: nothing is ready, no timer is set")
        self.sleep(timeout)
        return []

    def sleep(self, seconds):
        self.now = round(self.now + max(seconds, 0), 9)


def virtual_event_loop(asyncio):
    """The class of such loops, for this asyncio, whose timers it gives their order. Each is made with a clock."""
    from asyncio import base_events, events

    order = itertools.count()

    class TimerHandle(events.TimerHandle):
        def __init__(self, when, *args):
            super().__init__(round(when, 9), *args)
            self._order = next(order)

        def __lt__(self, other):
            return (self._when, self._order) < (other._when, other._order)

    class VirtualEventLoop(base_events.BaseEventLoop):
        def __init__(self, clock):
            super().__init__()
            self._clock_resolution = 1e-9
            self._selector = clock

        def time(self):
            return self._selector.now

        def _process_events(self, event_list):
            pass

        def _write_to_self(self):
            pass

    events.TimerHandle = asyncio.TimerHandle = TimerHandle
    return VirtualEventLoop
