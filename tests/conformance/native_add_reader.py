# add_reader: a callback each time the descriptor is readable; remove_reader says whether there was one.
import asyncio
import os

async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    f = loop.create_future()

    def readable():
        data = os.read(r, 1).decode()
        print("read", data)
        if data == "c":
            print("removed", loop.remove_reader(r), loop.remove_reader(r))
            f.set_result(None)

    loop.add_reader(r, readable)
    os.write(w, b"ab")
    loop.call_later(0.02, os.write, w, b"c")
    await f
    os.write(w, b"d")
    await asyncio.sleep(0.01)
    os.close(r)
    os.close(w)
    print("end")

asyncio.run(main())
