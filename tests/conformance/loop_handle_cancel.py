# A handle cancelled before its turn is skipped, also when an earlier callback of the same iteration does it.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    handles = []

    def canceller():
        print("canceller")
        handles[0].cancel()

    loop.call_soon(canceller)
    handles.append(loop.call_soon(print, "never 1"))
    h = loop.call_soon(print, "never 2")
    loop.call_soon(print, "last")
    print("before", h.cancelled(), handles[0].cancelled())
    h.cancel()
    h.cancel()
    print("after", h.cancelled(), handles[0].cancelled())
    await asyncio.sleep(0)
    print("end", h.cancelled(), handles[0].cancelled())

asyncio.run(main())
