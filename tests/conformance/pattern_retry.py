# Retrying with a deadline per attempt and growing pauses; the last error is raised.
import asyncio

async def flaky(attempt):
    if attempt == 1:
        await asyncio.sleep(10)
    if attempt == 2:
        raise ValueError("not yet")
    return f"answer of attempt {attempt}"

async def retry(attempts):
    for attempt in range(1, attempts + 1):
        try:
            return await asyncio.wait_for(flaky(attempt), 0.01)
        except (TimeoutError, ValueError) as e:
            print("attempt", attempt, type(e).__name__)
            if attempt == attempts:
                raise
        await asyncio.sleep(0.01 * 2 ** attempt)

async def main():
    print(await retry(3))
    try:
        await retry(2)
    except ValueError as e:
        print("gave up:", e)

asyncio.run(main())
