import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as deadline:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("inside: CancelledError")
                raise
    except TimeoutError:
        print("outside: TimeoutError")
    print("expired" if deadline.expired() else "in time")


asyncio.run(main())
