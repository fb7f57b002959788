#include <sys/socket.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "../support/log_capture.hpp"

using asyncio::AddressFamily;
using asyncio::Coro;
using asyncio::Endpoint;
using asyncio::make_ref;

namespace {

using Log = std::vector<std::string>;

class Mailbox final : public asyncio::DatagramProtocol {
 public:
  void datagram_received(std::string_view data, const Endpoint& from) override {
    log.push_back(std::string(data));
    sender = from;
    if (throws) throw std::logic_error("bug");
  }
  void error_received(std::exception_ptr error) override { log.push_back(asyncio::detail::type_name(error)); }
  void pause_writing() override { log.push_back("pause"); }
  void resume_writing() override { log.push_back("resume"); }
  void connection_lost(std::exception_ptr error) override {
    log.push_back(error ? asyncio::detail::describe(error) : "lost");
    lost.set_result();
  }
  Log log;
  Endpoint sender;
  bool throws = false;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

Coro<void> until_received(const Log& log, std::size_t size) {
  while (log.size() < size) co_await asyncio::yield_now();
}

/// Whether this machine has an address of IPv6 for itself.
bool has_ipv6() {
  try {
    asyncio::Socket socket(AddressFamily::ipv6, asyncio::SocketType::datagram);
    socket.bind(Endpoint("::1"));
    return true;
  } catch (const asyncio::OSError&) {
    return false;
  }
}

const Endpoint free_port("127.0.0.1");

}  // namespace

TEST_CASE("Both addresses of an endpoint may be names, of one family") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [server, received] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, free_port);
    const Endpoint address = server->get_extra_info("sockname").address();
    const Endpoint by_name("localhost", address.port);
    const asyncio::DatagramOptions four{.family = AddressFamily::ipv4};
    auto [client, answers] =
        co_await loop.create_datagram_endpoint(make_ref<Mailbox>, Endpoint("localhost"), by_name, four);
    CHECK(client->get_extra_info("peername").address() == address);
    client->sendto("hello");
    co_await until_received(received->log, 1);
    CHECK(received->sender == client->get_extra_info("sockname").address());
    const auto none = co_await asyncio::capture(
        loop.create_datagram_endpoint(make_ref<Mailbox>, free_port, Endpoint("/tmp/path", 0, AddressFamily::local)));
    CHECK(asyncio::detail::what(none.exception()) == "can not get address information");
  }());
}

TEST_CASE("Where the first family fails the next one is tried, and the first error is told") {
  if (!has_ipv6()) SKIP("this machine has no IPv6");
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [six, received] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, Endpoint("::1"));
    const Endpoint address = six->get_extra_info("sockname").address();
    CHECK(address.family == AddressFamily::ipv6);
    CHECK(address.repr() == "('::1', " + std::to_string(address.port) + ", 0, 0)");
    auto [client, answers] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, {}, address);
    client->sendto("by the sixth");
    co_await until_received(received->log, 1);
    CHECK(received->sender.family == AddressFamily::ipv6);
    // Of no family is it free.
    auto [four, other] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, Endpoint("127.0.0.1", address.port));
    const auto taken =
        co_await asyncio::capture(loop.create_datagram_endpoint(make_ref<Mailbox>, Endpoint("", address.port)));
    CHECK(asyncio::detail::what(taken.exception()) == "[Errno 98] Address already in use");
  }());
}

TEST_CASE("An endpoint that may broadcast names its receiver each time, or has one") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [server, received] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, free_port);
    const Endpoint address = server->get_extra_info("sockname").address();
    const asyncio::DatagramOptions broadcast{.reuse_port = true, .allow_broadcast = true};
    auto [fixed, first] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, {}, address, broadcast);
    CHECK_FALSE(fixed->get_extra_info("peername"));
    fixed->sendto("to the one");
    fixed->sendto("to the same", address);
    const asyncio::DatagramOptions free{.family = AddressFamily::ipv4, .reuse_port = true, .allow_broadcast = true};
    auto [open, second] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, {}, {}, free);
    open->sendto("to it, too", address);
    co_await until_received(received->log, 3);
    CHECK(received->log == Log{"to the one", "to the same", "to it, too"});
  }());
}

TEST_CASE("What is sent by an endpoint that is lost goes nowhere, and is warned of, as in CPython") {
  const LogCapture log;
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [transport, protocol] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, free_port);
    const Endpoint address = transport->get_extra_info("sockname").address();
    transport->close();
    transport->close();
    transport->abort();
    CHECK(transport->is_closing());
    for (int i = 0; i < 6; ++i) transport->sendto("ignored", address);
    co_await protocol->lost;
    CHECK(protocol->log == Log{"lost"});
    CHECK_FALSE(transport->get_extra_info("socket"));
    CHECK_FALSE(transport->get_extra_info("pipe"));
  }());
  CHECK(log.lines() == Log(2, "socket.send() raised exception."));
}

TEST_CASE("What a protocol throws for a datagram is reported, and ends nothing") {
  Log reports;
  asyncio::run([](Log& out) -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
      out.push_back(asyncio::detail::describe(context.exception));
    });
    auto [server, received] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, free_port);
    received->throws = true;
    const Endpoint address = server->get_extra_info("sockname").address();
    auto [client, answers] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, {}, address);
    client->sendto("one");
    client->sendto("two");
    co_await until_received(received->log, 2);
    CHECK(received->log == Log{"one", "two"});
  }(reports));
  CHECK(reports == Log(2, "std::logic_error: bug"));
}

TEST_CASE("Datagrams wait for room in a Unix socket, and abort() drops those that wait") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const std::string path = "/tmp/asyncio-mailbox-" + std::to_string(::getpid());
    const Endpoint address(path, 0, AddressFamily::local);
    auto [receiver, received] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, address);
    auto [sender, sent] = co_await loop.create_datagram_endpoint(make_ref<Mailbox>, {}, address);
    CHECK(sender->get_extra_info("peername").address().host == path);
    // The receiver does not run meanwhile.
    std::size_t count = 0;
    for (; sender->get_write_buffer_size() == 0; ++count) sender->sendto("x");
    sender->sendto("y");
    CHECK(sender->get_write_buffer_size() == 2 * (1 + 8));
    sender->set_write_buffer_limits(10);
    CHECK(sent->log == Log{"pause"});
    CHECK(sender->get_write_buffer_limits().low == 2);
    co_await until_received(received->log, count + 1);
    CHECK(received->log.back() == "y");
    co_await until_received(sent->log, 2);
    CHECK(sent->log == Log{"pause", "resume"});
    while (sender->get_write_buffer_size() == 0) sender->sendto("z");
    sender->abort();
    CHECK(sender->get_write_buffer_size() == 0);
    co_await sent->lost;
    CHECK(sent->log.back() == "lost");
    receiver->close();
    co_await received->lost;
    ::unlink(path.c_str());
  }());
}

TEST_CASE("A protocol that overrides nothing takes datagrams and errors without a word") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [server, nobody] = co_await loop.create_datagram_endpoint(make_ref<asyncio::DatagramProtocol>, free_port);
    const Endpoint address = server->get_extra_info("sockname").address();
    auto [client, silent] = co_await loop.create_datagram_endpoint(make_ref<asyncio::DatagramProtocol>, {}, address);
    client->sendto("unheard");
    client->sendto(std::string(100'000, 'x'));
    for (int i = 0; i < 5; ++i) co_await asyncio::yield_now();
    CHECK_FALSE(server->is_closing());
    CHECK_FALSE(client->is_closing());
  }());
}
