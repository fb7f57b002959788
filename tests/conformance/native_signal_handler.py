# add_signal_handler: the callback runs in the loop, not in the signal's context; remove_signal_handler says if there was one.
import asyncio
import os
import signal

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()

    def handler():
        print("signal in the loop")
        f.set_result(None)

    loop.add_signal_handler(signal.SIGUSR1, handler)
    os.kill(os.getpid(), signal.SIGUSR1)
    print("sent")
    await f
    print("removed", loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))

asyncio.run(main())
