# Done callbacks: scheduled in registration order with the task as argument; a late one is scheduled at once.
import asyncio

async def work():
    print("work ends")
    return 1

async def main():
    t = asyncio.create_task(work())
    for n in range(3):
        t.add_done_callback(lambda t, n=n: print("callback", n, t.done(), t.result()))
    await t
    print("main resumes after them")
    t.add_done_callback(lambda t: print("late callback"))
    print("registered late")
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
