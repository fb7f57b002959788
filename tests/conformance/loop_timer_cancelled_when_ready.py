# Two timers fire in one iteration; the first one's callback cancels the second: it is skipped although it was due.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    second = []

    def first():
        print("first cancels second")
        second[0].cancel()

    loop.call_at(when - 0.000001, first)
    second.append(loop.call_at(when, print, "never"))
    loop.call_at(when + 0.01, print, "third")
    await asyncio.sleep(0.03)
    print("cancelled", second[0].cancelled())

asyncio.run(main())
