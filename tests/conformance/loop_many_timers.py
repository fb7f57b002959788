# Two hundred timers registered in a scrambled order, every third cancelled: the rest fires by deadline.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    fired = []
    for i in range(200):
        n = i * 73 % 200
        h = loop.call_at(start + n * 0.0001, fired.append, n)
        if n % 3 == 0:
            h.cancel()
    await asyncio.sleep(0.05)
    print(len(fired), fired == sorted(fired), fired[:4], fired[-2:])

asyncio.run(main())
