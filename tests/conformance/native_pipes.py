# connect_read_pipe and connect_write_pipe: the protocols' calls in their order.
import asyncio
import os

class Reading(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()
    def connection_made(self, transport):
        print("reading made")
    def data_received(self, data):
        print("received", data.decode())
    def eof_received(self):
        print("end")
    def connection_lost(self, exc):
        print("reading lost", exc)
        self.lost.set_result(None)

class Writing(asyncio.BaseProtocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()
    def connection_made(self, transport):
        print("writing made")
    def pause_writing(self):
        print("pause")
    def resume_writing(self):
        print("resume")
    def connection_lost(self, exc):
        print("writing lost", type(exc).__name__)
        self.lost.set_result(None)

async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    rt, rp = await loop.connect_read_pipe(Reading, os.fdopen(r, "rb", 0))
    wt, wp = await loop.connect_write_pipe(Writing, os.fdopen(w, "wb", 0))
    print(rt.is_reading(), wt.can_write_eof(), wt.get_write_buffer_limits())
    wt.write(b"hello")
    await asyncio.sleep(0.01)
    rt.pause_reading()
    wt.write(b" later")
    await asyncio.sleep(0.01)
    print("resumed")
    rt.resume_reading()
    await asyncio.sleep(0.01)
    wt.write_eof()
    print("closing", wt.is_closing())
    wt.write(b"lost")
    await wp.lost
    await rp.lost

    r, w = os.pipe()
    wt, wp = await loop.connect_write_pipe(Writing, os.fdopen(w, "wb", 0))
    wt.write(b"x" * 200000)
    print("kept", wt.get_write_buffer_size() > 65536)
    os.close(r)
    await wp.lost

asyncio.run(main())
