# A runner cannot be closed by what it runs. Its tasks are cancelled all the same, and it can be closed afterwards.
import asyncio

runner = asyncio.Runner()

async def main():
    try:
        runner.close()
    except RuntimeError as error:
        print("close:", error)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled")

runner.run(main())
loop = runner.get_loop()
print("after: closed", loop.is_closed())
runner.close()
print("at the end: closed", loop.is_closed())
