# Another BaseException of a task is stored like an Exception: only KeyboardInterrupt and SystemExit leave the loop.
import asyncio

class Abort(BaseException):
    pass

async def fails():
    raise Abort("own kind")

async def main():
    t = asyncio.create_task(fails())
    try:
        await t
    except Exception:
        print("not an Exception")
    except Abort as e:
        print("Abort", e)
    print("done", t.done(), "cancelled", t.cancelled())

asyncio.run(main())
