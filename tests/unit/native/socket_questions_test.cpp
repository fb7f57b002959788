#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>

#include "../support/echo.hpp"
#include "../support/recording_protocol.hpp"

using asyncio::AddressFamily;
using asyncio::Coro;
using asyncio::make_ref;
using asyncio::Ref;
using asyncio::Socket;
using asyncio::SocketType;

TEST_CASE("A transport's socket can be asked and set") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    const auto info = writer.get_extra_info("socket");
    const asyncio::TransportSocket& socket = info.socket();
    CHECK(socket.fileno() == info.descriptor());
    CHECK(socket.family() == AddressFamily::ipv4);
    CHECK(socket.type() == SocketType::stream);
    CHECK(socket.proto() == IPPROTO_TCP);
    CHECK(socket.getpeername() == writer.get_extra_info("peername").address());
    CHECK(socket.getsockopt(IPPROTO_TCP, TCP_NODELAY) == 1);
    socket.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1);
    CHECK(socket.getsockopt(SOL_SOCKET, SO_KEEPALIVE) == 1);
    const linger wanted{1, 7};
    socket.setsockopt(SOL_SOCKET, SO_LINGER, std::string_view(reinterpret_cast<const char*>(&wanted), sizeof wanted));
    const std::string found = socket.getsockopt(SOL_SOCKET, SO_LINGER, sizeof wanted);
    CHECK(found == std::string(reinterpret_cast<const char*>(&wanted), sizeof wanted));
    CHECK_FALSE(socket.get_inheritable());
    const std::string names = "laddr=" + socket.getsockname().repr() + ", raddr=" + socket.getpeername().repr() + ">";
    CHECK(socket.repr() ==
          "<asyncio.TransportSocket fd=" + std::to_string(socket.fileno()) + ", family=2, type=1, proto=6, " + names);
    CHECK(info.repr() == socket.repr());
    CHECK_THROWS_AS(socket.getsockopt(-1, -1), asyncio::OSError);
    CHECK_THROWS_AS(server.sockets().at(0).getpeername(), asyncio::OSError);
  }());
}

TEST_CASE("A transport's socket can be copied, and one direction of it ended") {
  asyncio::run([]() -> Coro<void> {
    auto [near, far] = Socket::make_pair();
    auto [reader, writer] = co_await asyncio::open_connection(std::move(near));
    const auto info = writer.get_extra_info("socket");
    const Socket copy = info.socket().dup();
    CHECK(copy.fileno() != info.descriptor());
    CHECK(copy.family() == AddressFamily::local);
    info.socket().shutdown(SHUT_WR);
    const std::string end = co_await asyncio::get_running_loop().sock_recv(far, 1);
    CHECK(end.empty());
  }());
}

TEST_CASE("A program's own socket can be asked and set") {
  Socket socket(AddressFamily::ipv6, SocketType::datagram);
  CHECK(socket.family() == AddressFamily::ipv6);
  CHECK(socket.type() == SocketType::datagram);
  CHECK(socket.proto() == IPPROTO_UDP);
  socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  CHECK(socket.getsockopt(SOL_SOCKET, SO_REUSEADDR) == 1);
  CHECK_THROWS_AS(socket.shutdown(SHUT_WR), asyncio::OSError);
}

TEST_CASE("Datagrams are received into memory of the program's") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket a(AddressFamily::ipv4, SocketType::datagram);
    Socket b(AddressFamily::ipv4, SocketType::datagram);
    a.bind({"127.0.0.1"});
    b.bind({"127.0.0.1"});
    std::array<char, 8> room{};
    const auto bytes = std::as_writable_bytes(std::span(room));
    auto receiving = asyncio::create_task(loop.sock_recvfrom_into(b, bytes));
    co_await loop.sock_sendto(a, "hello", b.getsockname());
    const auto [count, from] = co_await receiving;
    CHECK(std::string_view(room.data(), count) == "hello");
    CHECK(from == a.getsockname());
    co_await loop.sock_sendto(a, "world", b.getsockname());
    const auto part = co_await loop.sock_recvfrom_into(b, bytes, 2);
    CHECK(part.first == 2);
    const auto refused = co_await asyncio::capture(loop.sock_recvfrom_into(b, bytes, 9));
    CHECK(asyncio::detail::what(refused.exception()) == "nbytes is greater than the length of the buffer");
  }());
}

TEST_CASE("getaddrinfo() knows services, kinds of sockets and canonical names") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto all = co_await loop.getaddrinfo("127.0.0.1", 80, {.flags = AI_NUMERICHOST});
    CHECK(all.size() == 3);
    CHECK(all.at(1).type == SocketType::datagram);
    CHECK(all.at(1).proto == IPPROTO_UDP);
    asyncio::AddrInfoOptions options{.type = SocketType::stream, .proto = IPPROTO_TCP, .flags = AI_CANONNAME};
    const auto one = co_await loop.getaddrinfo("127.0.0.1", asyncio::Service(), options);
    REQUIRE(one.size() == 1);
    CHECK(one[0].canonname == "127.0.0.1");
    CHECK(one[0].family == AddressFamily::ipv4);
    CHECK(one[0].sockaddr == asyncio::Endpoint("127.0.0.1", 0, AddressFamily::ipv4));
    const auto unknown = co_await asyncio::capture(loop.getaddrinfo("127.0.0.1", "no-such-service"));
    CHECK_FALSE(unknown);
  }());
}

TEST_CASE("getnameinfo() gives numbers if it is asked for them") {
  asyncio::run([]() -> Coro<void> {
    const asyncio::Endpoint address("127.0.0.1", 80);
    const auto [host, service] =
        co_await asyncio::get_running_loop().getnameinfo(address, NI_NUMERICHOST | NI_NUMERICSERV);
    CHECK(host == "127.0.0.1");
    CHECK(service == "80");
  }());
}

namespace {

class Receiver final : public asyncio::ReadPipeProtocol {
 public:
  void data_received(std::string_view data) override { received.set_result(std::string(data)); }
  asyncio::Future<std::string> received = asyncio::get_running_loop().create_future<std::string>();
};

class Datagrams final : public asyncio::DatagramProtocol {
 public:
  void datagram_received(std::string_view data, const asyncio::Endpoint&) override {
    received.set_result(std::string(data));
  }
  asyncio::Future<std::string> received = asyncio::get_running_loop().create_future<std::string>();
};

}  // namespace

TEST_CASE("Every transport takes another protocol of its kind, and no other") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    auto [in, first] = co_await loop.connect_read_pipe(make_ref<Receiver>, ends[0]);
    const auto second = make_ref<Receiver>();
    in->set_protocol(second);
    CHECK(in->get_protocol().get() == second.get());
    CHECK_THROWS_AS(in->set_protocol(make_ref<RecordingProtocol>()), std::invalid_argument);
    REQUIRE(::write(ends[1], "x", 1) == 1);
    const std::string data = co_await second->received;
    CHECK(data == "x");
    auto [out, writer] = co_await loop.connect_write_pipe(make_ref<asyncio::WritePipeProtocol>, ends[1]);
    out->set_protocol(make_ref<asyncio::WritePipeProtocol>());
    CHECK(out->get_protocol().get() != writer.get());
    out->close();
    auto [datagrams, before] =
        co_await loop.create_datagram_endpoint(make_ref<Datagrams>, asyncio::Endpoint("127.0.0.1"));
    const auto after = make_ref<Datagrams>();
    datagrams->set_protocol(after);
    const auto self = datagrams->get_extra_info("sockname").address();
    CHECK(datagrams->get_extra_info("socket").socket().type() == SocketType::datagram);
    datagrams->sendto("y", self);
    const std::string datagram = co_await after->received;
    CHECK(datagram == "y");
    auto [process, protocol] = co_await loop.subprocess_exec(make_ref<asyncio::SubprocessProtocol>, {"true"}, {});
    CHECK(process->get_protocol().get() == protocol.get());
    CHECK_THROWS_AS(process->set_protocol(second), std::invalid_argument);
    co_await process->wait();
  }());
}
