# loop_factory makes the loop, once, at the first use.
import asyncio

def factory():
    print("factory called")
    return asyncio.EventLoop()

async def main():
    await asyncio.sleep(0.01)
    return "value"

runner = asyncio.Runner(loop_factory=factory)
print("created")
print(runner.run(main()), runner.get_loop().is_running())
print(runner.run(main()))
runner.close()
print(asyncio.run(main(), loop_factory=factory))
