"""Operations that may suspend. Each gives a text for the trace, and how its block was left."""
import asyncio
import contextlib
import functools

from actions import is_number, is_typed
from bodies import handle, make_generator, run_block, start
from texts import KINDS, describe, outcome, result_text

ACTIVITIES = {}


def seconds(milliseconds):
    return None if milliseconds is None else milliseconds / 1000


def compound(function):
    """An activity with a block in it."""
    ACTIVITIES[function.__name__.rstrip("_")] = function
    return function


def activity(function):
    """One without: gives a text alone."""

    @functools.wraps(function)
    async def plain(frame, *arguments):
        return await function(frame, *arguments), None

    return compound(plain)


def on_object(function):
    """An activity on an object that may not have come into being."""

    @functools.wraps(function)
    async def guarded(frame, name, *arguments):
        target = frame.get(name)
        return "nothing" if target is None else await function(frame, target, *arguments)

    return activity(guarded)


@activity
async def sleep(frame, delay):
    await asyncio.sleep(delay / 1000)
    return ""


# Waiting for futures.


@activity
async def await_(frame, slot):
    target = frame.get(slot)
    if target is None:
        return "nothing"
    typed = is_typed(frame, slot)
    return result_text(await target, typed)


@activity
async def call(frame, body):
    return str(await start(frame.world, body))


@activity
async def wait(frame, when, timeout, slots):
    futures = [frame.get(slot) for slot in slots if frame.get(slot) is not None]
    done, pending = await asyncio.wait(futures, timeout=seconds(timeout), return_when=when)
    return "".join("d" if f in done else "p" if f in pending else "?" for f in dict.fromkeys(futures))


@activity
async def wait_for(frame, timeout, what):
    if isinstance(what, int):
        return str(await asyncio.wait_for(start(frame.world, what), seconds(timeout)))
    target = frame.get(what)
    if target is None:
        return "nothing"
    typed = is_typed(frame, what)
    return result_text(await asyncio.wait_for(target, seconds(timeout)), typed)


@contextlib.contextmanager
def completing(frame, timeout, awaitables):
    futures = [
        start(frame.world, a) if isinstance(a, int) else frame.get(a)
        for a in awaitables
        if isinstance(a, int) or frame.get(a) is not None
    ]
    iterator = asyncio.as_completed(futures, timeout=seconds(timeout))
    try:
        yield iterator
    finally:
        # Its timer wakes nobody, but time goes on to it, even if all wait for ever. The library's is gone by now.
        if iterator._timeout_handle:
            iterator._timeout_handle.cancel()


@activity
async def as_completed(frame, timeout, awaitables, limit):
    count = 0
    with completing(frame, timeout, awaitables) as coroutines:
        for coroutine in coroutines:
            try:
                text = str(await coroutine)
            except Exception as error:
                text = f"! {describe(error)}"
            frame.trace(f"completed {text}")
            count += 1
            if count == limit:
                break
    return str(count)


@activity
async def as_completed_async(frame, timeout, awaitables, limit):
    count = 0
    with completing(frame, timeout, awaitables) as futures:
        async for future in futures:
            error = "cancelled" if future.cancelled() else future.exception()
            frame.trace(f"completed {outcome(error) if error else future.result()}")
            count += 1
            if count == limit:
                break
    return str(count)


# Primitives.


@on_object
async def acquire(frame, lock):
    return str(await lock.acquire())


@on_object
async def wait_event(frame, event):
    return str(await event.wait())


@on_object
async def wait_condition(frame, condition):
    return str(await condition.wait())


@on_object
async def wait_until(frame, condition, number):
    return str(await condition.wait_for(lambda: frame.world.number >= number))


@on_object
async def wait_barrier(frame, barrier):
    return str(await barrier.wait())


@on_object
async def reset(frame, barrier):
    await barrier.reset()
    return ""


@on_object
async def abort(frame, barrier):
    await barrier.abort()
    return ""


@on_object
async def get(frame, queue):
    return str(await queue.get())


@on_object
async def put(frame, queue, item):
    await queue.put(item)
    return ""


@on_object
async def join(frame, queue):
    await queue.join()
    return ""


# Generators.


async def ask(request):
    """None, too, is an end: athrow() of a generator that has ended gives it."""
    try:
        item = await request
    except StopAsyncIteration:
        return "end"
    return "end" if item is None else str(item)


@on_object
async def anext(frame, generator):
    return await ask(generator.__anext__())


@on_object
async def asend(frame, generator, value):
    return await ask(generator.asend(value))


@on_object
async def athrow(frame, generator, kind, message):
    return await ask(generator.athrow(KINDS[kind](message)))


@on_object
async def aclose(frame, generator):
    await generator.aclose()
    return ""


@compound
async def for_(frame, index, limit, block):
    count, flow = 0, None
    async with contextlib.aclosing(make_generator(frame.world, index)) as generator:
        async for value in generator:
            frame.trace(f"item {value}")
            flow = await run_block(frame, block)
            count += 1
            if flow or count == limit:
                break
    return str(count), None if flow == ("break",) else flow


# Blocks.


@compound
async def break_(frame):
    return "", ("break",)


@compound
async def return_(frame, value):
    return "", ("return", value)


@compound
async def loop(frame, count, block):
    for _ in range(count):
        flow = await run_block(frame, block)
        if flow:
            return "", None if flow == ("break",) else flow
    return "", None


@compound
async def try_(frame, block, handlers, last):
    try:
        try:
            flow = await run_block(frame, block)
        except BaseException as error:
            handled = await handle(frame, error, handlers)
            if handled is None:
                raise
            (flow,) = handled
    finally:
        await run_block(frame, last)
    return "", flow


@compound
async def try_star(frame, block, kind):
    try:
        return "", await run_block(frame, block)
    except* KINDS[kind] as group:
        frame.trace(f"handled {describe(group)}")
    return "", None


@compound
async def with_(frame, name, block):
    """A lock, semaphore, condition or barrier."""
    async with frame.get(name):
        flow = await run_block(frame, block)
    return "", flow


@compound
async def scoped(frame, name, block):
    """The same, but an error of release() is lost, as in the destructor of the C++ guard."""
    target = frame.get(name)
    await target.acquire()
    try:
        return "", await run_block(frame, block)
    finally:
        with contextlib.suppress(RuntimeError, ValueError):
            target.release()


async def run_timeout(frame, name, timeout, block):
    frame.world.objects[name] = timeout
    try:
        async with timeout:
            flow = await run_block(frame, block)
    finally:
        frame.trace(f"{name} expired {timeout.expired()}")
    return "", flow


@compound
async def timeout(frame, name, delay, block):
    return await run_timeout(frame, name, asyncio.timeout(seconds(delay)), block)


@compound
async def timeout_at(frame, name, when, block):
    return await run_timeout(frame, name, asyncio.timeout_at(seconds(when)), block)


@compound
async def group(frame, name, block):
    flow = None
    frame.world.objects[name] = target = asyncio.TaskGroup()
    async with target:
        flow = await run_block(frame, block)
    return "", flow
