# A future belongs to its loop: awaiting one of another loop is a RuntimeError inside the task.
import asyncio

async def main(other):
    f = other.create_future()
    print("own loop", f.get_loop() is asyncio.get_running_loop())
    try:
        await f
    except RuntimeError as e:
        print("RuntimeError", str(e).endswith("attached to a different loop"))
    f.set_result(1)
    print(await f)

other = asyncio.new_event_loop()
asyncio.run(main(other))
other.close()
