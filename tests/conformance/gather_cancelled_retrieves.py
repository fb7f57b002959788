# A gathering with return_exceptions that was cancelled has looked at its children's errors; it fails with the
# cancellation of its last one, whichever ends last.
import asyncio, gc

async def bad_cleanup():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise RuntimeError("cleanup")

async def slow_cleanup():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)

async def use():
    try:
        await asyncio.wait_for(asyncio.gather(bad_cleanup(), return_exceptions=True), 1)
    except TimeoutError:
        print("TimeoutError")

async def say_why():
    children = [asyncio.create_task(slow_cleanup()), asyncio.create_task(asyncio.sleep(5))]
    everything = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0)
    everything.cancel("why")
    try:
        await everything
    except asyncio.CancelledError as e:
        print("CancelledError", everything.cancelled(), [c.cancelled() for c in children])

async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: print(c["message"]))
    await use()
    gc.collect()
    await say_why()
    print("end")

asyncio.run(main())
