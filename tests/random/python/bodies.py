"""What runs operations: bodies of tasks, generators, callbacks, and blocks in them."""
import asyncio
import weakref

from texts import KINDS, describe
from world import Frame

# The waits of a task's own: nobody shares what they wait for.
OWN_WAITS = {
    "sleep", "acquire", "wait_event", "wait_condition", "wait_until", "wait_barrier", "get", "put", "join", "wait",
}  # fmt: skip


def brief(op):
    """An operation without the blocks in it."""
    return " ".join(str(part) for part in op if isinstance(part, (str, int)))


def start(world, index):
    return run_body(world, Frame(world, world.label("body", index)), index)


async def run_body(world, frame, index):
    frame.trace("begin")
    try:
        flow = await run_block(frame, world.bodies[index])
    except BaseException as error:
        frame.trace(f"end ! {describe(error)} {asyncio.current_task().cancelling()}")
        raise
    value = flow[1] if flow and flow[0] == "return" else index
    frame.trace(f"end {value} {asyncio.current_task().cancelling()}")
    return value


async def run_block(frame, block):
    """Gives None, or what ended it early: ("break",) or ("return", value)."""
    for op in block:
        flow = await perform(frame, op)
        if flow:
            return flow
    return None


async def perform(frame, op):
    from actions import ACTIONS
    from activities import ACTIVITIES

    name = op[0]
    if name in ACTIONS:
        return act(frame, op)
    frame.world.step()
    try:
        text, flow = await ACTIVITIES[name](frame, *op[1:])
    except BaseException as error:
        frame.trace(f"{brief(op)} ! {describe(error, name in OWN_WAITS)}")
        raise
    frame.trace(f"{brief(op)} = {text}")
    return flow


def act(frame, op):
    from actions import ACTIONS

    frame.world.step()
    try:
        text = ACTIONS[op[0]](frame, *op[1:])
    except BaseException as error:
        frame.trace(f"{brief(op)} ! {describe(error)}")
        raise
    frame.trace(f"{brief(op)} = {text}")


def perform_all(frame, block):
    for op in block:
        act(frame, op)


def callback(world, block):
    perform_all(Frame(world, world.label("callback")), block)


def make_generator(world, index):
    frame = Frame(world, world.label("generator", index))
    generator = run_generator(frame, *world.generators[index])
    frame.generator = weakref.ref(generator)
    return generator


async def run_generator(frame, steps, handlers, last):
    """steps: each a block, a value to yield, and the kind of error to be caught there, if any."""
    frame.trace("begin")
    frame.world.loop._asyncgens.begin(frame.generator())
    try:
        for block, value, catches in steps:
            await run_block(frame, block)
            try:
                sent = yield value
                frame.trace(f"sent {sent}")
            except KINDS.get(catches, ()) as error:
                frame.trace(f"caught {describe(error)}")
    except BaseException as error:
        frame.trace(f"fails {describe(error)}")
        if not await handle(frame, error, handlers):
            raise
    finally:
        await run_block(frame, last)
        frame.trace("end")


async def handle(frame, error, handlers):
    """Runs the first handler for this error. Gives (flow,) if the error ends there, None if it goes on."""
    for kind, block, again in handlers:
        if isinstance(error, KINDS[kind]):
            flow = await run_block(frame, block)
            return None if again else (flow,)
    return None
