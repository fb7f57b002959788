# A future is a result that somebody else sets: the bridge from callbacks to await.
import asyncio


# As an older library might have it.
def measure(report):
    asyncio.get_running_loop().call_later(0.2, report, 21)


async def temperature():
    future = asyncio.get_running_loop().create_future()
    measure(future.set_result)
    return await future


async def main():
    print("measuring")
    print(await temperature(), "degrees")


asyncio.run(main())
