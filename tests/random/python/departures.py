"""Where CPython's asyncio is made to do what the library does on purpose: see docs/departures.md."""

import weakref


class OrderedSet(dict):
    """As much of a set as asyncio needs, in the order of adding."""

    def __init__(self, items=()):
        super().__init__(dict.fromkeys(items))

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    def remove(self, item):
        del self[item]


class UnfinishedGenerators:
    """The loop's weak set of generators, in the order of their beginning, without those that have ended or not begun.

    To close those does nothing, but takes iterations: see "The end of `run`" in docs/departures.md.
    """

    def __init__(self):
        self.references = []

    def add(self, generator):
        """Called as soon as a value is asked for, which a generator may refuse before it begins."""

    def begin(self, generator):
        self.references.append(weakref.ref(generator))

    def discard(self, generator):
        self.references = [reference for reference in self.references if reference() is not generator]

    def clear(self):
        self.references = []

    def __iter__(self):
        generators = [reference() for reference in self.references]
        return (generator for generator in generators if generator is not None and generator.ag_frame is not None)

    def __len__(self):
        return sum(1 for _ in self)


def give_sets_an_order(asyncio, loop_class):
    tasks, iterator = asyncio.tasks, asyncio.tasks._AsCompletedIterator

    # cancel_all_tasks() of run(). Unnamed tasks are numbered as they are made.
    unordered = tasks.all_tasks
    tasks.all_tasks = asyncio.all_tasks = lambda loop=None: sorted(
        unordered(loop), key=lambda task: int(task.get_name().removeprefix("Task-"))
    )

    # A group cancels its tasks.
    make_group = asyncio.TaskGroup.__init__

    def ordered_group(self):
        make_group(self)
        self._tasks = OrderedSet()

    asyncio.TaskGroup.__init__ = ordered_group

    # as_completed() starts coroutines, and looks at what is done already.
    make_iterator = iterator.__init__

    def ordered_iterator(self, awaitables, timeout):
        loop = asyncio.get_running_loop()
        make_iterator(self, (), None)
        futures = OrderedSet(tasks.ensure_future(a, loop=loop) for a in dict.fromkeys(awaitables))
        for future in futures:
            future.add_done_callback(self._handle_completion)
        if futures and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = futures
        self._todo_left = len(futures)

    iterator.__init__ = ordered_iterator

    # The end of run() closes the generators.
    make_loop = loop_class.__init__

    def ordered_loop(self, *arguments):
        make_loop(self, *arguments)
        self._asyncgens = UnfinishedGenerators()

    loop_class.__init__ = ordered_loop


def keep_tasks_alive(loop_class):
    """What waits in the queue of a loop that is closed does not die then: see "The loop keeps tasks alive"."""
    close_loop = loop_class.close

    def close(self):
        self.kept = list(self._ready)
        close_loop(self)

    loop_class.close = close


def forget_stop(loop):
    """Takes back the stop that run_until_complete() has left in the queue of a loop that an error has left.

    See "An error that leaves the loop" in docs/departures.md.
    """
    for handle in loop._ready:
        if getattr(handle._callback, "__name__", "") == "_run_until_complete_cb":
            (future,) = handle._args
            handle.cancel()
            # What else it would have done.
            future.cancelled() or future.exception()
