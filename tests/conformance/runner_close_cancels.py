# close() cancels what the runs left behind and closes the loop.
import asyncio

async def background():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.01)
        print("background cleaned up")

async def main():
    main.t = asyncio.create_task(background())
    await asyncio.sleep(0.01)

runner = asyncio.Runner()
runner.run(main())
loop = runner.get_loop()
print("between: done", main.t.done(), "closed", loop.is_closed())
runner.close()
print("after: cancelled", main.t.cancelled())
