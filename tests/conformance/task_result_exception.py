# result() and exception() of a pending, finished, failed and cancelled task.
import asyncio

def show(when, t):
    for method in (t.result, t.exception):
        try:
            print(when, method())
        except asyncio.InvalidStateError as e:
            print(when, "InvalidStateError:", e)
        except asyncio.CancelledError:
            print(when, "CancelledError")
        except ValueError as e:
            print(when, "ValueError", e)

async def work(fails):
    await asyncio.sleep(0)
    if fails:
        raise ValueError("boom")
    return 5

async def main():
    a, b, c = (asyncio.create_task(work(fails)) for fails in (False, True, False))
    show("pending", a)
    await asyncio.sleep(0)
    c.cancel("enough")
    show("requested", c)
    await asyncio.wait([a, b, c])
    show("finished", a)
    show("failed", b)
    show("cancelled", c)

asyncio.run(main())
