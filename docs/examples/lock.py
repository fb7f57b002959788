import asyncio

balance = 0


async def deposit(lock, amount):
    global balance
    async with lock:
        before = balance
        await asyncio.sleep(1)
        balance = before + amount


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(deposit(lock, 10), deposit(lock, 20))
    print(balance)


asyncio.run(main())
