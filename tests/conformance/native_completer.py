# A driver with threads and callbacks of its own answers by futures: call_soon_threadsafe() there, a Completer here.
import asyncio
import threading


class Driver:
    def query(self, n, callback):
        threading.Thread(target=lambda: callback(n * 2)).start()


def set_unless_done(future, value):
    if not future.done():
        future.set_result(value)


async def query(driver, n):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    driver.query(n, lambda value: loop.call_soon_threadsafe(set_unless_done, future, value))
    return await future


async def main():
    driver = Driver()
    print(sum(await asyncio.gather(*(query(driver, n) for n in range(50)))))


asyncio.run(main())
