# run() gives main's value or raises its error; each run() has a loop of its own, closed at the end.
import asyncio

loops = []

async def value():
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(0.01)
    return 42

async def error():
    await asyncio.sleep(0)
    raise ValueError("from main")

print(asyncio.run(value()))
try:
    asyncio.run(error())
except ValueError as e:
    print("ValueError", e)
print(asyncio.run(value()))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print("RuntimeError:", e)
