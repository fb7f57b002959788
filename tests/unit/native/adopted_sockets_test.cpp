#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"
#include "../support/recording_protocol.hpp"

using asyncio::Coro;
using asyncio::make_ref;
using asyncio::Socket;

namespace {

using Log = std::vector<std::string>;

}  // namespace

TEST_CASE("Sockets that a program has connected or accepted get transports") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [one, other] = Socket::make_pair();
    auto [transport, protocol] = co_await loop.create_connection(make_ref<RecordingProtocol>, std::move(one));
    auto [accepted, peer] = co_await loop.connect_accepted_socket(make_ref<RecordingProtocol>, std::move(other));
    transport->write("hello");
    transport->close();
    co_await peer->lost;
    CHECK(peer->log == Log{"made", "hello", "end", "lost"});
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A bound socket becomes a server") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket socket;
    socket.bind({"127.0.0.1"});
    const int port = socket.getsockname().port;
    asyncio::Ref<RecordingProtocol> accepted;
    const auto serve = [&] { return accepted = make_ref<RecordingProtocol>(); };
    auto server = co_await loop.create_server(serve, std::move(socket));
    CHECK(server.sockets().at(0).getsockname().port == port);
    auto [transport, protocol] = co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port);
    transport->close();
    while (!accepted) co_await asyncio::yield_now();
    co_await accepted->lost;
    CHECK(accepted->log == Log{"made", "end", "lost"});
  }());
}

TEST_CASE("A Unix socket connects protocols") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const std::string path = "/tmp/asyncio-protocols-" + std::to_string(getpid());
    auto server = co_await loop.create_unix_server(make_ref<RecordingProtocol>, path);
    auto [transport, protocol] = co_await loop.create_unix_connection(make_ref<RecordingProtocol>, path);
    transport->close();
    co_await protocol->lost;
    CHECK(protocol->log == Log{"made", "lost"});
  }());
}

TEST_CASE("A socket for datagrams is no connection, nor the other way round") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket datagrams(asyncio::AddressFamily::ipv4, asyncio::SocketType::datagram);
    const auto connected =
        co_await asyncio::capture(loop.create_connection(make_ref<RecordingProtocol>, std::move(datagrams)));
    CHECK(asyncio::detail::what(connected.exception()) == "A Stream Socket was expected");
  }());
}

TEST_CASE("A connection that is cancelled while it is made leaves no descriptor") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto server = co_await loop.create_server(make_ref<RecordingProtocol>, "127.0.0.1", 0);
    const int port = server.sockets().at(0).getsockname().port;
    for (int steps = 0; steps < 6; ++steps) {
      auto connecting = asyncio::create_task(loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port));
      for (int i = 0; i < steps; ++i) co_await asyncio::yield_now();
      connecting.cancel();
      co_await asyncio::wait(connecting);
    }
    server.close();
    server.abort_clients();
    co_await server.wait_closed();
  }());
  CHECK(open_descriptors() == before);
}
