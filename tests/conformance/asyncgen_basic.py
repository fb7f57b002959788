# async for over an async generator: it runs in the consumer's task, one item at a time.
import asyncio

async def countdown(n):
    print("generator starts in the consumer's task:", asyncio.current_task().get_name())
    while n:
        yield n
        await asyncio.sleep(0.01)
        n -= 1
    print("generator ends")

async def main():
    asyncio.current_task().set_name("main")
    g = countdown(3)
    print("created")
    async for x in g:
        print("got", x)
    print([x async for x in countdown(2)])

asyncio.run(main())
