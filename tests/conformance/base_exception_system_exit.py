# SystemExit in a callback or a task ends run(): what is left is cancelled first.
import asyncio

async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other cleaned up")

async def main():
    o = asyncio.create_task(other())
    await asyncio.sleep(0.01)
    asyncio.get_running_loop().call_soon(leave)
    await asyncio.sleep(10)
    print("never")

def leave():
    print("leaving")
    raise SystemExit(3)

try:
    asyncio.run(main())
except SystemExit as e:
    print("SystemExit", e.code)
