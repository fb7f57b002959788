# Cancelling the consumer while the generator awaits: CancelledError enters the generator at its own await.
import asyncio

async def gen():
    try:
        yield 1
        await asyncio.sleep(10)
        yield 2
    except asyncio.CancelledError:
        print("generator cancelled")
        raise

async def consumer():
    try:
        async for x in gen():
            print("got", x)
    except asyncio.CancelledError:
        print("consumer cancelled")
        raise

async def main():
    t = asyncio.create_task(consumer())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print("cancelled", t.cancelled())

asyncio.run(main())
