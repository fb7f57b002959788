"""The example echo server, with Python's asyncio at the other end."""

import asyncio
import resource
import select
import signal
import socket

from support import ServerCase, pattern, raise_descriptor_limit, reset, until


class EchoServer(ServerCase):
    program = "echo_server"

    async def ask(self, stream, data):
        """Sends and expects the same back."""
        reader, writer = stream
        writer.write(data)
        self.assertEqual(await reader.readexactly(len(data)), data)

    async def test_large_transfer(self):
        reader, writer = await self.connect()
        block = pattern(20_000_000)

        async def send():
            for at in range(0, len(block), 100_000):
                writer.write(block[at:at + 100_000])
                await writer.drain()
            writer.write_eof()

        _, back = await asyncio.gather(send(), reader.read())
        self.assertTrue(back == block)
        writer.close()
        await writer.wait_closed()

    async def test_half_close(self):
        reader, writer = await self.connect()
        writer.write(b"one\r\ntwo\r\n")
        writer.write_eof()
        self.assertEqual(await reader.readuntil(b"\r\n"), b"one\r\n")
        self.assertEqual(await reader.read(), b"two\r\n")
        writer.close()

    async def test_a_byte_at_a_time_holds_up_nobody(self):
        slow = await self.connect()
        quick = await self.connect()
        for n in range(200):
            slow[1].write(bytes([n]))
            await self.ask(quick, b"quick")
        self.assertEqual(await slow[0].readexactly(200), bytes(range(200)))
        for _, writer in (slow, quick):
            writer.close()

    async def test_resets(self):
        block = pattern(2_000_000)
        for n in range(40):
            reader, writer = await self.connect()
            writer.write(block)
            if n % 2:
                await reader.readexactly(1000 * n)
            reset(writer)
        stream = await self.connect()
        await self.ask(stream, b"still there")
        stream[1].close()

    async def test_a_client_that_does_not_read_is_not_read_from(self):
        most = 64_000_000
        with socket.create_connection(("127.0.0.1", self.port)) as client:
            client.setblocking(False)
            block = pattern(64 * 1024)
            before = self.memory()
            sent = 0
            while sent < most:
                try:
                    sent += client.send(block[sent % len(block):])
                except BlockingIOError:
                    # The server would go on at once, if it did.
                    if not select.select([], [client], [], 0.2)[1]:
                        break
            # It is in the kernel's buffers, of some megabytes each.
            self.assertLess(sent, most)
            self.assertLess(self.memory() - before, 4_000_000)
            client.shutdown(socket.SHUT_WR)
            client.setblocking(True)
            got = 0
            while data := client.recv(1 << 20):
                at = got % len(block)
                wanted = (block[at:] + block * (len(data) // len(block) + 1))[:len(data)]
                self.assertTrue(data == wanted)
                got += len(data)
            self.assertEqual(got, sent)

    async def test_ten_thousand_connections(self):
        connections = 10_000
        if not raise_descriptor_limit(connections + 100):
            self.skipTest(f"the system allows fewer than {connections + 100} descriptors (ulimit -Hn)")
        resource.prlimit(self.server.pid, resource.RLIMIT_NOFILE, resource.getrlimit(resource.RLIMIT_NOFILE))
        streams = []
        for _ in range(connections // 500):
            streams += await asyncio.gather(*(self.connect() for _ in range(500)))
        await until(lambda: self.count_sockets() == connections + 1)
        await asyncio.gather(*(self.ask(stream, b"%d\n" % n) for n, stream in enumerate(streams)))
        for reader, writer in streams:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for _, writer in streams))

    async def test_the_end_closes_the_connections(self):
        streams = [await self.connect() for _ in range(20)]
        for stream in streams:
            await self.ask(stream, b"hello")
        self.ask_to_end(signal.SIGINT)
        for reader, writer in streams:
            self.assertEqual(await reader.read(), b"")
            writer.close()
