# call_at keeps the deadline it was given; call_later adds to the loop's time; time() does not go back.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    before = loop.time()
    at = before + 0.08
    h1 = loop.call_at(at, print, "at")
    h2 = loop.call_later(0.01, print, "later")
    print(h1.when() == at, h2.when() >= before + 0.01, h2.when() < before + 5)
    await asyncio.sleep(0.1)
    print("elapsed", loop.time() - before >= 0.1)
    print(h1.when() == at, h1.when() > h2.when())

asyncio.run(main())
