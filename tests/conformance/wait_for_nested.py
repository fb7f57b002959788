# wait_for in wait_for: the shorter one decides, and its TimeoutError passes through the other as an ordinary error.
import asyncio

async def work():
    await asyncio.sleep(10)

async def inner_first():
    try:
        await asyncio.wait_for(work(), 0.01)
    except TimeoutError:
        print("inner TimeoutError")
        raise

async def outer_first():
    try:
        await asyncio.wait_for(work(), 10)
    except asyncio.CancelledError:
        print("inner CancelledError")
        raise

async def main():
    try:
        await asyncio.wait_for(inner_first(), 10)
    except TimeoutError:
        print("passed through, cancelling", asyncio.current_task().cancelling())
    try:
        await asyncio.wait_for(outer_first(), 0.01)
    except TimeoutError:
        print("outer TimeoutError, cancelling", asyncio.current_task().cancelling())

asyncio.run(main())
