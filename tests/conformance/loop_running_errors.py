# A running loop cannot be run again nor closed, and no other loop can be run meanwhile.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for call in (loop.run_forever, loop.close, other.run_forever):
        try:
            call()
        except RuntimeError as e:
            print("RuntimeError:", e)
    other.close()
    print("running", loop.is_running(), "closed", loop.is_closed(), other.is_closed())

asyncio.run(main())
