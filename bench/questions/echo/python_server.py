"""What does a request cost a server that sends back what it gets? With streams, or with a protocol.

    python3 python_server.py [--uvloop] [--protocol]
"""

import argparse
import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "contenders" / "python"))
from loops import loop_factory  # noqa: E402


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data)


async def echo(reader, writer):
    while data := await reader.read(4096):
        writer.write(data)
        await writer.drain()
    writer.close()


async def serve(protocol):
    if protocol:
        server = await asyncio.get_running_loop().create_server(Echo, "127.0.0.1", 0, backlog=1024)
    else:
        server = await asyncio.start_server(echo, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


parser = argparse.ArgumentParser()
parser.add_argument("--uvloop", action="store_true")
parser.add_argument("--protocol", action="store_true")
options = parser.parse_args()
with asyncio.Runner(loop_factory=loop_factory(options.uvloop)) as runner:
    runner.run(serve(options.protocol))
