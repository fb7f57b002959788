"""Operations that do not suspend: tasks and callbacks can do them. Each gives a text for the trace."""
import asyncio
import contextvars
import functools

from bodies import callback, make_generator, perform_all, start
from texts import KINDS, describe, result_text

ACTIONS = {}


def action(function):
    ACTIONS[function.__name__.rstrip("_")] = function
    return function


def on_object(function):
    """An action on an object that may not have come into being."""

    @functools.wraps(function)
    def guarded(frame, name, *arguments):
        target = frame.get(name)
        return "nothing" if target is None else function(frame, target, *arguments)

    return action(guarded)


def is_number(name):
    """Whether a slot's future has a number for its value."""
    return name[0] in "tfs"


def is_typed(frame, name):
    """Whether it has numbers, at least."""
    return is_number(name) or frame.world.typed[name]


# Tasks and futures.


def options(eager):
    """None: as the loop's task factory says."""
    return {} if eager is None else {"eager_start": bool(eager)}


@action
def spawn(frame, slot, body, eager):
    frame.world.objects[slot] = asyncio.create_task(start(frame.world, body), **options(eager))
    return ""


@action
def group_spawn(frame, group, slot, body, eager):
    target = frame.get(group)
    if target is None:
        return "nothing"
    frame.world.objects[slot] = target.create_task(start(frame.world, body), **options(eager))
    return ""


@on_object
def cancel(frame, future, message):
    return str(future.cancel() if message is None else future.cancel(message))


@action
def cancel_self(frame, message):
    task = asyncio.current_task()
    task.cancel() if message is None else task.cancel(message)
    return str(task.cancelling())


@action
def uncancel(frame):
    return str(asyncio.current_task().uncancel())


@on_object
def uncancel_other(frame, task):
    return str(task.uncancel())


@action
def future(frame, slot):
    frame.world.objects[slot] = asyncio.get_running_loop().create_future()
    return ""


@on_object
def set_result(frame, target, value):
    target.set_result(value)
    return ""


@on_object
def set_exception(frame, target, kind, message):
    target.set_exception(KINDS[kind](message))
    return ""


@action
def state(frame, name):
    target = frame.get(name)
    if target is None:
        return "nothing"
    text = "cancelled" if target.cancelled() else "done" if target.done() else "pending"
    return f"{text} {target.cancelling()}" if name[0] == "t" else text


@action
def result(frame, name):
    target = frame.get(name)
    if target is None:
        return "nothing"
    return result_text(target.result(), is_typed(frame, name))


@on_object
def exception(frame, target):
    error = target.exception()
    return describe(error) if error else "None"


@on_object
def retrieve(frame, target):
    """Looks at the error as soon as there is one, so that nobody reports it."""
    target.add_done_callback(lambda done: done.cancelled() or done.exception())
    return ""


@on_object
def on_done(frame, target, name, block):
    world = frame.world

    def call(done):
        callback(world, block)

    target.add_done_callback(call)
    world.objects[name] = call
    return ""


@action
def remove_done(frame, slot, name):
    target, call = frame.get(slot), frame.get(name)
    if target is None or call is None:
        return "nothing"
    return str(target.remove_done_callback(call))


# Combining.


@action
def gather(frame, slot, return_exceptions, children):
    """Children are bodies, by their numbers, or slots."""
    world = frame.world
    children = [c for c in children if isinstance(c, int) or frame.get(c) is not None]
    awaitables = [start(world, c) if isinstance(c, int) else frame.get(c) for c in children]
    outer = asyncio.gather(*awaitables, return_exceptions=bool(return_exceptions))
    world.objects[slot] = outer
    world.typed[slot] = all(isinstance(c, int) or is_number(c) for c in children)
    return ""


@action
def shield(frame, out, inner):
    """inner: a body, by its number, or a slot."""
    world = frame.world
    if isinstance(inner, int):
        world.objects[out] = asyncio.shield(start(world, inner))
        return ""
    target = frame.get(inner)
    if target is None:
        return "nothing"
    world.objects[out] = asyncio.shield(target)
    world.typed[out] = is_typed(frame, inner)
    return ""


@action
def generator(frame, name, index):
    if frame.get(name) is not None:
        return "there"
    frame.world.objects[name] = make_generator(frame.world, index)
    return ""


# Callbacks.


@action
def call_soon(frame, name, block):
    world = frame.world
    world.objects[name] = world.loop.call_soon(callback, world, block)
    return ""


@action
def call_later(frame, name, delay, block):
    world = frame.world
    world.objects[name] = world.loop.call_later(delay / 1000, callback, world, block)
    return ""


@action
def call_at(frame, name, when, block):
    world = frame.world
    world.objects[name] = world.loop.call_at(when / 1000, callback, world, block)
    return ""


@on_object
def cancel_handle(frame, handle):
    handle.cancel()
    return str(handle.cancelled())


@action
def copied(frame, block):
    """Runs actions in a copy of the context."""
    contextvars.copy_context().run(perform_all, frame, block)
    return ""


@on_object
def get_variable(frame, variable):
    return str(variable.get(-1))


@on_object
def require_variable(frame, variable):
    return str(variable.get())


@on_object
def set_variable(frame, variable, value):
    variable.set(value)
    return ""


# Primitives.


@on_object
def release(frame, lock):
    lock.release()
    return ""


@on_object
def locked(frame, lock):
    return str(lock.locked())


@on_object
def set_(frame, event):
    event.set()
    return ""


@on_object
def clear(frame, event):
    event.clear()
    return ""


@on_object
def is_set(frame, event):
    return str(event.is_set())


@on_object
def notify(frame, condition, count):
    condition.notify(count)
    return ""


@on_object
def notify_all(frame, condition):
    condition.notify_all()
    return ""


@on_object
def barrier_state(frame, barrier):
    return f"{barrier.n_waiting} {barrier.broken}"


@on_object
def put_nowait(frame, queue, item):
    queue.put_nowait(item)
    return ""


@on_object
def get_nowait(frame, queue):
    return str(queue.get_nowait())


@on_object
def task_done(frame, queue):
    queue.task_done()
    return ""


@on_object
def shutdown(frame, queue, immediate):
    queue.shutdown(bool(immediate))
    return ""


@on_object
def queue_state(frame, queue):
    return f"{queue.qsize()} {queue.empty()} {queue.full()}"


@on_object
def reschedule(frame, timeout, delay):
    timeout.reschedule(None if delay is None else frame.world.loop.time() + delay / 1000)
    return ""


# The rest.


@action
def add(frame, count):
    """For conditions to wait for."""
    frame.world.number += count
    return str(frame.world.number)


@action
def all_tasks(frame):
    return str(len(asyncio.all_tasks()))


@action
def raise_(frame, kind, message):
    raise KINDS[kind](message)
