"""The example HTTP server and clients that ask for much, or send much, and take nothing."""

import asyncio
import re

from support import ServerCase, run_program

CLIENTS = 50
MEBIBYTE = 1024 * 1024
# What docs/servers.md promises: for each client, and for the bodies of all.
WINDOW = 512 * 1024
BODIES = 64 * MEBIBYTE


class HungryClients(ServerCase):
    program = "http_server"
    # What was freed would be kept, to find who uses it still.
    environment = {"ASAN_OPTIONS": "quarantine_size_mb=1"}

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.hungry = []
        # What the server needs for anybody at all.
        await self.others_are_answered()
        self.before = self.memory()

    async def asyncTearDown(self):
        for _, writer in self.hungry:
            writer.transport.abort()
        await super().asyncTearDown()

    async def ask(self, request):
        """From each client, which reads the beginning of its answer alone. Gives those beginnings, and by how much the
        server grew at most."""
        self.forget_peak_memory()
        for _ in range(CLIENTS):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1)
            self.hungry.append((reader, writer))
            writer.write(request)
        beginnings = [await reader.readexactly(12) for reader, _ in self.hungry]
        await self.others_are_answered()
        return beginnings, self.peak_memory() - self.before

    async def others_are_answered(self):
        url = f"http://127.0.0.1:{self.port}/"
        self.assertEqual(await run_program("curl", "--silent", "--noproxy", "*", url), b"Hello from asyncio\n")
        told = (await run_program("wrk", "--threads", "1", "--connections", "10", "--duration", "1s", "--timeout", "30s",
                                  url)).decode()
        self.assertGreater(int(re.search(r"(\d+) requests in", told)[1]), 0)
        self.assertNotIn("Socket errors", told)

    async def test_answers_that_nobody_takes(self):
        request = b"GET /bytes/100000000 HTTP/1.1\r\nHost: a\r\n\r\n"
        beginnings, grown = await self.ask(request)
        self.assertEqual(set(beginnings), {b"HTTP/1.1 200"})
        self.assertLess(grown, CLIENTS * WINDOW)

    async def test_bodies_that_are_too_many(self):
        request = b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" + bytes(5_000_000)
        beginnings, grown = await self.ask(request)
        self.assertEqual(set(beginnings), {b"HTTP/1.1 200", b"HTTP/1.1 503"})
        self.assertLess(grown, CLIENTS * WINDOW + BODIES)

    async def test_requests_without_end(self):
        beginnings, grown = await self.ask(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n" * 100_000)
        self.assertEqual(set(beginnings), {b"HTTP/1.1 200"})
        self.assertLess(grown, CLIENTS * WINDOW)

    async def test_headers_that_are_too_long(self):
        beginnings, grown = await self.ask(b"GET / HTTP/1.1\r\n" + (b"A: " + b"x" * 15_000 + b"\r\n") * 10)
        self.assertEqual(set(beginnings), {b"HTTP/1.1 431"})
        self.assertLess(grown, CLIENTS * WINDOW)
