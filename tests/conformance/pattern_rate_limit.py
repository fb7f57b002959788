# A rate limiter: one permit per period; bursts are spread over time.
import asyncio

class Limiter:
    def __init__(self, period):
        self.period, self.next, self.lock = period, 0, asyncio.Lock()

    async def wait(self):
        async with self.lock:
            now = asyncio.get_running_loop().time()
            if self.next > now:
                await asyncio.sleep(self.next - now)
            self.next = max(now, self.next) + self.period

async def call(n, limiter, start):
    await limiter.wait()
    elapsed = asyncio.get_running_loop().time() - start
    print("call", n, "not before its time:", elapsed > 0.02 * n - 0.002)

async def main():
    limiter, start = Limiter(0.02), asyncio.get_running_loop().time()
    await asyncio.gather(*(call(n, limiter, start) for n in range(4)))

asyncio.run(main())
