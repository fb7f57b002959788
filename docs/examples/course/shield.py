# What must not be cut short: shield lets the wait be cancelled, and the work go on.
import asyncio


async def save():
    await asyncio.sleep(0.3)
    print("written to the disk")
    return "saved"


async def main():
    saving = asyncio.create_task(save())
    try:
        await asyncio.wait_for(asyncio.shield(saving), 0.1)
    except TimeoutError:
        print("not waiting any longer")
    print("still at work:", str(not saving.done()).lower())
    print(await saving)


asyncio.run(main())
