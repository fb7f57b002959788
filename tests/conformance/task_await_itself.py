# A task that awaits itself gets a RuntimeError, in the next iteration; it may catch it and go on.
import asyncio

async def narcissus(box):
    asyncio.get_running_loop().call_soon(print, "one iteration between")
    try:
        await box[0]
    except RuntimeError as e:
        print(str(e)[:27])
    return "recovered"

async def main():
    box = []
    box.append(asyncio.create_task(narcissus(box)))
    print(await box[0])

asyncio.run(main())
