# A coroutine that is dropped without being awaited is reported; a closed one is not.
import asyncio
import warnings

async def work():
    print("never printed")

async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        work()
        await asyncio.sleep(0)
        for w in caught:
            print("coroutine 'work' was never awaited" in str(w.message), w.category.__name__)
        unused = work()
        unused.close()
        print("closed, reports:", len(caught))

asyncio.run(main())
