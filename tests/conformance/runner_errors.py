# A closed Runner runs nothing; a Runner survives an error in main; run() inside a running loop is refused.
import asyncio

async def value(x):
    await asyncio.sleep(0)
    return x

async def error():
    raise ValueError("first run")

def attempt(runner, coro):
    try:
        print(runner.run(coro))
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__ + ":", e)
    coro.close()

async def nested(runner):
    attempt(runner, value(2))

runner = asyncio.Runner()
attempt(runner, error())
attempt(runner, value(1))
runner.run(nested(runner))
runner.close()
runner.close()
attempt(runner, value(3))
