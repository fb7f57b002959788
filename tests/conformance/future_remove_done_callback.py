# remove_done_callback says how many it removed; a removed one is not called, the others keep their order.
import asyncio

def one(f): print("one")
def two(f): print("two")
def three(f): print("three")

async def main():
    f = asyncio.get_running_loop().create_future()
    for callback in (one, two, three):
        f.add_done_callback(callback)
    print("removed", f.remove_done_callback(two))
    print("removed", f.remove_done_callback(two))
    f.set_result(None)
    print("after set_result", f.remove_done_callback(three))
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
