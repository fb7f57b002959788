"""A server that has no descriptor left."""

import asyncio
import os
import resource

from support import ServerCase


class OutOfDescriptors(ServerCase):
    program = "echo_server"
    complaints = rb"socket\.accept\(\) out of system resource\nasyncio::OSError: \[Errno 24\] Too many open files\n"

    async def test_those_who_are_there_are_served_and_the_others_when_they_have_gone(self):
        room = 5
        most = max(map(int, os.listdir(f"/proc/{self.server.pid}/fd"))) + 1 + room
        limits = resource.prlimit(self.server.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(self.server.pid, resource.RLIMIT_NOFILE, (most, limits[1]))
        # The kernel takes them all.
        streams = [await self.connect() for _ in range(2 * room)]
        for reader, writer in streams:
            writer.write(b"hello")
        for reader, writer in streams[:room]:
            self.assertEqual(await reader.readexactly(5), b"hello")
            writer.close()
        await asyncio.gather(*(reader.readexactly(5) for reader, _ in streams[room:]))
        for reader, writer in streams[room:]:
            writer.close()
