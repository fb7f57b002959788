#include <sys/socket.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"

using asyncio::AddressFamily;
using asyncio::Coro;
using asyncio::DatagramTransport;
using asyncio::Endpoint;
using asyncio::make_ref;

namespace {

using Log = std::vector<std::string>;

class DatagramRecorder final : public asyncio::DatagramProtocol {
 public:
  void connection_made(DatagramTransport&) override { log.push_back("made"); }
  void datagram_received(std::string_view data, const Endpoint& from) override {
    log.push_back(std::string(data));
    sender = from;
  }
  void error_received(std::exception_ptr error) override { log.push_back(asyncio::detail::describe(error)); }
  void pause_writing() override { log.push_back("pause"); }
  void resume_writing() override { log.push_back("resume"); }
  void connection_lost(std::exception_ptr error) override {
    log.push_back(error ? asyncio::detail::describe(error) : "lost");
    lost.set_result();
  }

  Log log;
  Endpoint sender;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

const Endpoint any_port("127.0.0.1");

Coro<void> until(const Log& log, std::size_t size) {
  while (log.size() < size) co_await asyncio::yield_now();
}

}  // namespace

TEST_CASE("Datagrams go to an address and back to where they came from") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [server, received] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, any_port);
    const Endpoint address = server->get_extra_info("sockname").address();
    CHECK(address.port != 0);
    CHECK_FALSE(server->get_extra_info("peername"));
    auto [client, answers] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, {}, address);
    CHECK(client->get_extra_info("peername").address() == address);
    client->sendto("one");
    client->sendto("");
    client->sendto("two", address);
    co_await until(received->log, 4);
    CHECK(received->log == Log{"made", "one", "", "two"});
    server->sendto("back", received->sender);
    co_await until(answers->log, 2);
    CHECK(answers->log == Log{"made", "back"});
    CHECK(answers->sender == address);
    client->close();
    server->close();
    co_await answers->lost;
    co_await received->lost;
    CHECK(answers->log.back() == "lost");
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("What goes wrong with a datagram is told, and ends nothing") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Endpoint nobody;
    {
      asyncio::Socket taken(AddressFamily::ipv4, asyncio::SocketType::datagram);
      taken.bind(any_port);
      nobody = taken.getsockname();
    }
    auto [transport, protocol] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, {}, nobody);
    transport->sendto("hello?");
    co_await until(protocol->log, 2);
    CHECK(protocol->log.at(1) == "asyncio::ConnectionRefusedError: [Errno 111] Connection refused");
    transport->sendto(std::string(100'000, 'x'));
    CHECK(protocol->log.at(2) == "asyncio::OSError: [Errno 90] Message too long");
    CHECK_FALSE(transport->is_closing());
  }());
}

TEST_CASE("An address must be named once, and be the endpoint's") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [free, first] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, any_port);
    CHECK_THROWS_AS(free->sendto("where to?"), std::invalid_argument);
    CHECK_THROWS_AS(free->sendto("x", Endpoint("localhost", 9)), std::invalid_argument);
    const Endpoint address = free->get_extra_info("sockname").address();
    auto [bound, second] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, {}, address);
    std::string what;
    try {
      bound->sendto("x", Endpoint("127.0.0.1", 9));
    } catch (const std::invalid_argument& error) {
      what = error.what();
    }
    CHECK(what == "Invalid address: must be None or " + address.repr());
    const auto nothing =
        co_await asyncio::capture(loop.create_datagram_endpoint(make_ref<DatagramRecorder>, std::nullopt));
    CHECK(asyncio::detail::what(nothing.exception()) == "unexpected address family");
    asyncio::Socket stream;
    const auto wrong =
        co_await asyncio::capture(loop.create_datagram_endpoint(make_ref<DatagramRecorder>, std::move(stream)));
    CHECK(asyncio::detail::what(wrong.exception()) == "A datagram socket was expected");
  }());
}

TEST_CASE("What a Unix socket does not take at once is kept, told of, and sent") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const std::string path = "/tmp/asyncio-datagrams-" + std::to_string(getpid());
    const Endpoint address(path, 0, AddressFamily::local);
    auto [receiver, received] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, address);
    auto [sender, sent] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, {}, address);
    sender->set_write_buffer_limits(1000);
    // The receiver does not run meanwhile.
    std::size_t count = 0;
    for (; sent->log.size() == 1; ++count) sender->sendto(std::string(100, 'x'));
    CHECK(sent->log == Log{"made", "pause"});
    CHECK(sender->get_write_buffer_size() > 1000);
    sender->close();
    co_await sent->lost;
    CHECK(sent->log == Log{"made", "pause", "resume", "lost"});
    co_await until(received->log, count + 1);
    receiver->abort();
    co_await received->lost;
    ::unlink(path.c_str());
  }());
}

TEST_CASE("Endpoints may share a port, and send to all of a network") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const asyncio::DatagramOptions shared{.reuse_port = true};
    auto [one, first] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, any_port, {}, shared);
    const Endpoint address = one->get_extra_info("sockname").address();
    auto [two, second] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, address, {}, shared);
    CHECK(two->get_extra_info("sockname").address() == address);
    const asyncio::DatagramOptions broadcast{.family = AddressFamily::ipv4, .allow_broadcast = true};
    auto [all, third] = co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, {}, {}, broadcast);
    int allowed = 0;
    socklen_t size = sizeof allowed;
    getsockopt(all->get_extra_info("socket").descriptor(), SOL_SOCKET, SO_BROADCAST, &allowed, &size);
    CHECK(allowed != 0);
  }());
}

TEST_CASE("Endpoints that a loop leaves behind are closed with it") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    co_await loop.create_datagram_endpoint(make_ref<DatagramRecorder>, any_port);
  }());
  CHECK(open_descriptors() == before);
}
