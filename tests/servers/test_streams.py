"""The library's streams as a client of Python's asyncio: stream_client.cpp is the other end."""

import asyncio
import unittest

from support import path_of, pattern, reset, run_program


async def echo(reader, writer):
    while data := await reader.read(70_000):
        writer.write(data)
        await writer.drain()


async def slow_reader(reader, writer):
    count = 0
    while data := await reader.read(1 + count % 5_000):
        count += len(data)
    writer.write(b"%d\n" % count)


async def lines(reader, writer):
    text = b"".join(b"x" * n + b"\r\n" for n in range(300)) + b"either;rest"
    for at in range(0, len(text), 7):
        writer.write(text[at:at + 7])
        await asyncio.sleep(0)


async def half_close(reader, writer):
    writer.write_eof()
    data = await reader.read()
    assert data == pattern(1_000_000), len(data)


async def reset_while_read(reader, writer):
    await reader.readexactly(1_000_000)
    reset(writer)


class Streams(unittest.IsolatedAsyncioTestCase):
    async def talk(self, answer):
        """Runs the client for the conversation that this coroutine function answers."""
        ended = asyncio.get_running_loop().create_future()

        async def serve(reader, writer):
            try:
                await reader.readline()
                await answer(reader, writer)
                writer.close()
                ended.set_result(None)
            except BaseException as error:
                ended.set_exception(error)

        asyncio.get_running_loop().set_debug(False)
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        name = "reset" if answer is reset_while_read else answer.__name__
        await run_program(path_of("tests/servers/stream_client"), str(port), name)
        await ended
        server.close()
        await server.wait_closed()

    async def test_echo(self):
        await self.talk(echo)

    async def test_a_reader_that_is_slow(self):
        await self.talk(slow_reader)

    async def test_lines(self):
        await self.talk(lines)

    async def test_an_end_that_comes_first(self):
        await self.talk(half_close)

    async def test_a_reset(self):
        await self.talk(reset_while_read)
