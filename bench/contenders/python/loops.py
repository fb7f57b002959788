import asyncio


def loop_factory(uvloop):
    """What makes a loop: asyncio's own, or uvloop's."""
    if not uvloop:
        return asyncio.new_event_loop
    from uvloop import new_event_loop

    return new_event_loop
