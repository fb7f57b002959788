# run(debug=True) and set_debug() switch the debug mode of the loop.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    print("debug", loop.get_debug(), "running", loop.is_running(), "closed", loop.is_closed())
    loop.set_debug(False)
    print("debug", loop.get_debug())

asyncio.run(main(), debug=True)
asyncio.run(main(), debug=False)
