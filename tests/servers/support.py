"""What the tests of servers share: the program under test, and what it holds."""

import asyncio
import os
import resource
import signal
import socket
import struct
import unittest

PROGRAMS = os.environ["ASYNCIO_TEST_PROGRAMS"]
PATIENCE = 60
# What ignores Control-C (a job in the background, say) passes that on to the programs that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def path_of(program):
    return os.path.join(PROGRAMS, program)


async def until(condition):
    """Returns as soon as the condition holds; fails if it does not for long."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.001)


def raise_descriptor_limit(wanted):
    """For this process and those that it starts. Tells whether the system allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft >= wanted:
        return True
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, max(hard, wanted)))
    except (ValueError, OSError):
        return False
    return True


def reset(writer):
    """Breaks a connection off: the peer gets a reset instead of an end."""
    writer.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def pattern(size):
    """Bytes that show where they come from."""
    return (b"abcdefghijklmnopqrstuvw" * (size // 23 + 1))[:size]


async def run_program(*command, stdin=None):
    """Runs a program to its end and gives what it printed; fails if it fails."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE if stdin is not None else asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate(stdin)
    if process.returncode != 0:
        raise AssertionError(f"{' '.join(command)} ended with {process.returncode}: {err.decode()}")
    return out


class ServerCase(unittest.IsolatedAsyncioTestCase):
    """A test of a server that must hold no more descriptors afterwards than before, say nothing on standard error, and
    end well when it is asked to. The sanitizers that it is built with say something and make it end otherwise."""

    program = None
    # What it may say.
    complaints = rb""
    # What it is started with besides this process' own.
    environment = {}
    asked_to_end = False

    async def asyncSetUp(self):
        # Python's own debug mode, which unittest turns on, is slow and says so.
        asyncio.get_running_loop().set_debug(False)
        self.server = await asyncio.create_subprocess_exec(
            path_of("docs/examples/servers/" + self.program), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            env=os.environ | self.environment)
        self.addAsyncCleanup(self.stop)
        line = await asyncio.wait_for(self.server.stdout.readline(), PATIENCE)
        self.port = int(line.rpartition(b":")[2])
        # What the loop opens once and keeps.
        reader, writer = await self.connect()
        writer.close()
        await writer.wait_closed()
        await until(lambda: self.count_sockets() == 1)
        self.descriptors = self.count_descriptors()

    async def asyncTearDown(self):
        if not self.asked_to_end:
            # Fewer, if one of its beginning was still open when they were counted.
            try:
                await until(lambda: self.count_descriptors() <= self.descriptors)
            except TimeoutError:
                self.fail(f"the server had {self.descriptors} descriptors and has {self.links_of_descriptors()}")

    def ask_to_end(self, how):
        self.asked_to_end = True
        self.server.send_signal(how)

    async def stop(self):
        if not self.asked_to_end:
            self.ask_to_end(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            _, said = await self.server.communicate()
        self.assertRegex(said, rb"\A(" + self.complaints + rb")*\Z")
        self.assertEqual(self.server.returncode, 0)

    def count_descriptors(self):
        return len(os.listdir(f"/proc/{self.server.pid}/fd"))

    def links_of_descriptors(self):
        folder = f"/proc/{self.server.pid}/fd"
        links = []
        for fd in os.listdir(folder):
            try:
                links.append(os.readlink(os.path.join(folder, fd)))
            except FileNotFoundError:
                pass  # Closed since it was listed.
        return links

    def count_sockets(self):
        return sum(link.startswith("socket:") for link in self.links_of_descriptors())

    def memory(self):
        """Bytes that the server has in memory."""
        with open(f"/proc/{self.server.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def forget_peak_memory(self):
        with open(f"/proc/{self.server.pid}/clear_refs", "w") as file:
            file.write("5")

    def peak_memory(self):
        """The most that it had in memory since that was forgotten."""
        with open(f"/proc/{self.server.pid}/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM:"))

    def connect(self):
        return asyncio.open_connection("127.0.0.1", self.port)
