# The locals of a finished coroutine are gone before its awaiter goes on.
import asyncio

class Local:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)

async def work(n):
    local = Local(n)
    await asyncio.sleep(0)
    print("returning", n)
    return n

async def main():
    print("inline", await work(1))
    t = asyncio.create_task(work(2))
    t.add_done_callback(lambda t: print("callback"))
    print("task", await t)

asyncio.run(main())
