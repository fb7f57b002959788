# create_server, create_connection, create_datagram_endpoint: what protocols hear, and in which order.
import asyncio

class Recorder(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
        self.lost = asyncio.get_running_loop().create_future()
    def connection_made(self, transport):
        print(self.name, "made")
        self.transport = transport
    def data_received(self, data):
        print(self.name, "received", data.decode())
        if self.name == "server":
            self.transport.write(data.upper())
    def eof_received(self):
        print(self.name, "end")
        return False
    def connection_lost(self, exc):
        print(self.name, "lost", exc)
        self.lost.set_result(None)

class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, name):
        self.name = name
    def connection_made(self, transport):
        print(self.name, "made")
        self.transport = transport
    def datagram_received(self, data, addr):
        print(self.name, "received", data.decode())
        if self.name == "server":
            self.transport.sendto(data.upper(), addr)
    def error_received(self, exc):
        print(self.name, "error", exc)
    def connection_lost(self, exc):
        print(self.name, "lost", exc)

async def main():
    loop = asyncio.get_running_loop()
    accepted = []
    def accept():
        accepted.append(Recorder("server"))
        return accepted[-1]
    server = await loop.create_server(accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: Recorder("client"), "127.0.0.1", port)
    print(transport.get_protocol() is protocol, transport.is_reading(), transport.can_write_eof())
    transport.write(b"hello")
    await asyncio.sleep(0.02)
    transport.write_eof()
    await protocol.lost
    print("closing", transport.is_closing())
    server.close()
    await server.wait_closed()

    receiver, _ = await loop.create_datagram_endpoint(lambda: Datagrams("server"), ("127.0.0.1", 0))
    address = receiver.get_extra_info("sockname")
    sender, _ = await loop.create_datagram_endpoint(lambda: Datagrams("client"), remote_addr=address)
    sender.sendto(b"one")
    await asyncio.sleep(0.02)
    try:
        sender.sendto(b"two", ("127.0.0.1", 9))
    except ValueError as e:
        print(str(e)[:36])
    receiver.close()
    await asyncio.sleep(0.01)
    sender.sendto(b"three")
    await asyncio.sleep(0.02)
    sender.abort()
    print(sender.is_closing())
    await asyncio.sleep(0.01)

asyncio.run(main())
