# Catch the CancelledError, finish a critical part, raise it on: the original message survives.
import asyncio

async def work():
    log = []
    pending = None
    for i in range(3):
        try:
            await asyncio.sleep(0.01)
            log.append(str(i))
        except asyncio.CancelledError as e:
            log.append(f"request at {i}")
            pending = e
    print(log)
    if pending:
        raise pending

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0.015)
    t.cancel("soon please")
    try:
        await t
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, t.cancelled())

asyncio.run(main())
