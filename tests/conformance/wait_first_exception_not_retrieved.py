# wait(FIRST_EXCEPTION) has looked at the error that ended it, but not at that of the last one.
import asyncio, gc

async def fails(delay):
    await asyncio.sleep(delay)
    raise RuntimeError("lost")

async def wait_for(tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))

async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: print(c["message"]))
    await wait_for([asyncio.create_task(fails(1))])
    gc.collect()
    print("of two")
    sleeper = asyncio.create_task(asyncio.sleep(5))
    await wait_for([asyncio.create_task(fails(1)), sleeper])
    gc.collect()
    print("end")

asyncio.run(main())
