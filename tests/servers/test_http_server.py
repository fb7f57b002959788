"""The example HTTP server, with curl and wrk as its clients."""

import re
import signal

from support import ServerCase, pattern, reset, run_program


class HttpServer(ServerCase):
    program = "http_server"

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    async def curl(self, *args, stdin=None):
        return await run_program("curl", "--silent", "--show-error", "--noproxy", "*", *args, stdin=stdin)

    async def test_curl_keeps_the_connection(self):
        told = await self.curl(
            "--output", "/dev/null", "--output", "/dev/null", "--write-out", "%{http_code} %{num_connects}\n",
            self.url("/"), self.url("/nothing"))
        self.assertEqual(told, b"200 1\n404 0\n")

    async def test_curl_speaks_http_1_0(self):
        self.assertEqual(await self.curl("--http1.0", self.url("/")), b"Hello from asyncio\n")

    async def test_curl_asks_for_the_head(self):
        head = await self.curl("--head", self.url("/bytes/1000"))
        self.assertIn(b"Content-Length: 1000\r\n", head)
        self.assertTrue(head.endswith(b"\r\n\r\n"))

    async def test_curl_uses_a_wrong_method(self):
        self.assertEqual(await self.curl("--data", "x", self.url("/")), b"405 Method Not Allowed: use GET\n")

    async def test_curl_gets_a_large_body(self):
        self.assertTrue(await self.curl(self.url("/bytes/30000000")) == pattern(30_000_000))

    async def test_curl_reads_slowly(self):
        got = await self.curl("--limit-rate", "20M", self.url("/bytes/8000000"))
        self.assertTrue(got == pattern(8_000_000))

    async def test_curl_sends_a_large_body(self):
        block = pattern(5_000_000)
        # With "Expect: 100-continue".
        self.assertTrue(await self.curl("--data-binary", "@-", self.url("/echo"), stdin=block) == block)

    async def test_curl_sends_chunks(self):
        block = pattern(1_000_000)
        args = ("--request", "POST", "--upload-file", "-", self.url("/echo"))
        self.assertTrue(await self.curl(*args, stdin=block) == block)

    async def test_curl_gets_the_answer_to_what_is_too_large(self):
        for header in ("Expect:", "Expect: 100-continue"):
            args = ("--header", header, "--data-binary", "@-", "--write-out", "%{http_code}", self.url("/echo"))
            answer = await self.curl(*args, stdin=pattern(9_000_000))
            self.assertEqual(answer, b"413 Content Too Large: at most 8388608 bytes\n413")

    async def test_what_is_no_http_is_told_so(self):
        reader, writer = await self.connect()
        writer.write(b"\x16\x03\x01 hello\r\n")
        self.assertTrue((await reader.readline()).startswith(b"HTTP/1.1 400 "))
        await reader.read()
        writer.close()

    async def test_a_request_comes_a_byte_at_a_time(self):
        slow, writer = await self.connect()
        for byte in b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello":
            writer.write(bytes([byte]))
            # Meanwhile others are served.
            quick, quick_writer = await self.connect()
            quick_writer.write(b"GET / HTTP/1.0\r\n\r\n")
            self.assertTrue((await quick.read()).endswith(b"Hello from asyncio\n"))
            quick_writer.close()
        self.assertTrue((await slow.readuntil(b"hello")).startswith(b"HTTP/1.1 200 OK\r\n"))
        writer.close()

    async def test_wrk(self):
        for path in ("/", "/bytes/100000"):
            told = (await run_program("wrk", "--threads", "2", "--connections", "50", "--duration", "1s", "--timeout", "30s",
                                      self.url(path))).decode()
            self.assertGreater(int(re.search(r"(\d+) requests in", told)[1]), 100)
            self.assertNotIn("Socket errors", told)
            self.assertNotIn("Non-2xx", told)

    async def test_clients_that_break_off(self):
        for n in range(20):
            reader, writer = await self.connect()
            writer.write(b"GET /bytes/10000000 HTTP/1.1\r\nHost: a\r\n\r\n" * (n % 3 + 1))
            await reader.readexactly(n * 10_000 + 1)
            reset(writer)
        self.assertEqual(await self.curl(self.url("/")), b"Hello from asyncio\n")

    async def test_the_end_waits_for_answers_only(self):
        idle, idle_writer = await self.connect()
        busy, busy_writer = await self.connect()
        idle_writer.write(b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
        await idle.readuntil(b"\r\n\r\n")
        busy_writer.write(b"GET /bytes/50000000 HTTP/1.1\r\nHost: a\r\n\r\n")
        await busy.readuntil(b"\r\n\r\n")
        self.ask_to_end(signal.SIGTERM)
        self.assertEqual(await idle.read(), b"")
        with self.assertRaises(ConnectionRefusedError):
            await self.connect()
        self.assertTrue(await busy.read() == pattern(50_000_000))
        for writer in (idle_writer, busy_writer):
            writer.close()
