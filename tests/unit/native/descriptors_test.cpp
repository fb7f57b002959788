#include <sys/socket.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "../support/echo.hpp"

using asyncio::AddressFamily;
using asyncio::Coro;
using asyncio::Endpoint;
using asyncio::Socket;

namespace {

template <class F>
std::string refusal(F f) {
  try {
    f();
  } catch (...) {
    return asyncio::detail::describe(std::current_exception());
  }
  return "none";
}

struct Receiver final : asyncio::Protocol {
  void data_received(std::string_view piece) override {
    data = piece;
    received.set();
  }
  std::string data;
  asyncio::Event received;
};

}  // namespace

TEST_CASE("A callback of a descriptor gives way to the next one, and is taken away once") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [near, far] = Socket::make_pair();
    int first = 0;
    int second = 0;
    loop.add_writer(near.fileno(), [&] { ++first; });
    loop.add_writer(near.fileno(), [&] { ++second; });
    while (second < 3) co_await asyncio::yield_now();
    CHECK(first == 0);
    CHECK(loop.remove_writer(near.fileno()));
    CHECK_FALSE(loop.remove_writer(near.fileno()));
    CHECK_FALSE(loop.remove_reader(near.fileno()));
    CHECK_FALSE(loop.remove_reader(1000));
    CHECK_FALSE(loop.remove_signal_handler(SIGUSR1));
  }());
}

TEST_CASE("What cannot be watched is refused, and leaves nothing to remove") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    CHECK(refusal([&] { loop.add_reader(-1, [] {}); }) == "asyncio::OSError: [Errno 9] Bad file descriptor");
    CHECK(refusal([&] { loop.add_signal_handler(SIGKILL, [] {}); }) == "std::runtime_error: sig 9 cannot be caught");
    CHECK(refusal([&] { loop.add_signal_handler(1000, [] {}); }) ==
          "std::invalid_argument: invalid signal number 1000");
    CHECK(refusal([&] { loop.add_signal_handler(0, [] {}); }) == "std::invalid_argument: invalid signal number 0");
    CHECK_FALSE(loop.remove_reader(-1));
    CHECK_FALSE(loop.remove_signal_handler(SIGKILL));
    CHECK(refusal([&] { loop.remove_signal_handler(0); }) == "std::invalid_argument: invalid signal number 0");
    CHECK(refusal([&] { loop.remove_signal_handler(1000); }) == "std::invalid_argument: invalid signal number 1000");
    co_return;
  }());
}

TEST_CASE("A transport's descriptor is for nobody else to watch, in either direction, until it is closed") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [near, far] = Socket::make_pair();
    const int fd = near.fileno();
    auto made = co_await loop.create_connection(asyncio::make_ref<asyncio::Protocol>, std::move(near));
    Socket datagrams(AddressFamily::ipv4, asyncio::SocketType::datagram);
    datagrams.bind({"127.0.0.1"});
    const int datagram_fd = datagrams.fileno();
    auto endpoint =
        co_await loop.create_datagram_endpoint(asyncio::make_ref<asyncio::DatagramProtocol>, std::move(datagrams));
    for (const int taken : {fd, datagram_fd}) {
      const std::string used = "std::runtime_error: File descriptor " + std::to_string(taken) + " is used by transport";
      CHECK(refusal([&] { loop.add_reader(taken, [] {}); }) == used);
      CHECK(refusal([&] { loop.add_writer(taken, [] {}); }) == used);
      CHECK(refusal([&] { loop.remove_reader(taken); }) == used);
      CHECK(refusal([&] { loop.remove_writer(taken); }) == used);
      Socket same = Socket::adopt(taken);
      const auto received = co_await asyncio::capture(loop.sock_recv(same, 10));
      CHECK(asyncio::detail::describe(received.exception()) == used);
      same.detach();
    }
    made.first->abort();
    endpoint.first->abort();
    co_await asyncio::yield_now();
    co_await asyncio::yield_now();
    auto [a, b] = Socket::make_pair();
    REQUIRE((a.fileno() == fd || b.fileno() == fd || a.fileno() == datagram_fd));
    for (const int free : {a.fileno(), b.fileno()}) {
      CHECK(refusal([&] { loop.add_reader(free, [] {}); }) == "none");
      CHECK(loop.remove_reader(free));
    }
  }());
}

TEST_CASE("What removes a callback takes nothing away from the transport that has the descriptor's number since") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto old = Socket::make_pair();
    const int number = old.first.fileno();
    loop.add_reader(number, [] {});
    old.first.close();
    auto [near, far] = Socket::make_pair();
    REQUIRE(near.fileno() == number);
    auto made = co_await loop.create_connection(asyncio::make_ref<Receiver>, std::move(near));
    CHECK(refusal([&] { loop.remove_reader(number); }).ends_with("is used by transport"));
    co_await loop.sock_sendall(far, "data");
    co_await asyncio::wait_for(made.second->received.wait(), std::chrono::seconds(10));
    CHECK(made.second->data == "data");
    made.first->abort();
    co_await asyncio::yield_now();
  }());
}

TEST_CASE("The end of a loop leaves a handler alone that the program has given the signal since") {
  const auto before = std::signal(SIGUSR2, SIG_DFL);
  asyncio::run([]() -> Coro<void> {
    asyncio::get_running_loop().add_signal_handler(SIGUSR2, [] {});
    std::signal(SIGUSR2, SIG_IGN);
    co_return;
  }());
  CHECK(std::signal(SIGUSR2, before) == SIG_IGN);
}

TEST_CASE("A descriptor that was closed unremoved and opened anew can be watched again") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [near, far] = Socket::make_pair();
    const int number = near.fileno();
    loop.add_reader(number, [] {});
    // The kernel forgets it; the loop does not know.
    near.close();
    auto other = Socket::make_pair();
    REQUIRE(other.first.fileno() == number);
    auto writable = loop.create_future<void>();
    loop.add_writer(number, [&] {
      if (!writable.done()) writable.set_result();
    });
    co_await writable;
    loop.remove_writer(number);
    loop.remove_reader(number);
  }());
}

TEST_CASE("A signal that somebody has taken over since does not go back to what it was before") {
  const auto before = std::signal(SIGUSR2, SIG_IGN);
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    int count = 0;
    loop.add_signal_handler(SIGUSR2, [&] { ++count; });
    loop.add_signal_handler(SIGUSR2, [&] { count += 10; });
    ::kill(::getpid(), SIGUSR2);
    while (count == 0) co_await asyncio::yield_now();
    CHECK(count == 10);
  }());
  // Left behind by the loop.
  CHECK(std::signal(SIGUSR2, before) == SIG_IGN);
}

TEST_CASE("Raw sockets of every family say where they are") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket listener;
    listener.bind(Endpoint("127.0.0.1"));
    listener.listen();
    Socket client;
    co_await loop.sock_connect(client, Endpoint("localhost", listener.getsockname().port, AddressFamily::ipv4));
    CHECK(client.getpeername() == listener.getsockname());
    // Abstract: without a file. Its first byte is null.
    Socket local(AddressFamily::local);
    const std::string name = std::string(1, '\0') + "asyncio-" + std::to_string(::getpid());
    local.bind(Endpoint(name, 0, AddressFamily::local));
    CHECK(local.getsockname().host == name);
    local.listen();
    Socket other(AddressFamily::local);
    co_await loop.sock_connect(other, Endpoint(name, 0, AddressFamily::local));
    CHECK(other.getpeername().host == name);
    CHECK(other.getsockname().host.empty());
    const Endpoint too_long(std::string(200, 'x'), 0, AddressFamily::local);
    CHECK(refusal([&] { Socket(AddressFamily::local).bind(too_long); }) == "asyncio::OSError: AF_UNIX path too long");
  }());
}

TEST_CASE("What fails at a raw socket comes out of the call that waits") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [near, far] = Socket::make_pair();
    far.close();
    const auto sent = co_await asyncio::capture(loop.sock_sendall(near, "x"));
    CHECK(asyncio::detail::type_name(sent.exception()) == "asyncio::BrokenPipeError");
    const std::string end = co_await loop.sock_recv(near, 10);
    CHECK(end.empty());
    Socket closed;
    closed.close();
    const auto received = co_await asyncio::capture(loop.sock_recvfrom(closed, 10));
    CHECK(asyncio::detail::what(received.exception()) == "[Errno 9] Bad file descriptor");
    Socket datagrams(AddressFamily::ipv4, asyncio::SocketType::datagram);
    const auto too_large =
        co_await asyncio::capture(loop.sock_sendto(datagrams, std::string(100'000, 'x'), Endpoint("127.0.0.1", 9)));
    CHECK(asyncio::detail::what(too_large.exception()) == "[Errno 90] Message too long");
    for (const int port : {65'536, -1}) {
      const auto none = co_await asyncio::capture(loop.getaddrinfo("localhost", port));
      CHECK(asyncio::detail::what(none.exception()) == "port must be 0-65535.");
    }
  }());
}

TEST_CASE("Where several addresses refuse all of them are named") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    // This machine, by each family that it has.
    const auto addresses = co_await loop.getaddrinfo("", 1);
    const auto refused = co_await asyncio::capture(asyncio::open_connection("", 1));
    const std::string what = asyncio::detail::what(refused.exception());
    for (const Endpoint& address : addresses)
      CHECK(what.find("Connect call failed " + address.repr()) != std::string::npos);
    CHECK(what.starts_with("Multiple exceptions: ") == (addresses.size() > 1));
  }());
}

TEST_CASE("Sockets that are no streams are not taken over as such") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto protocol = asyncio::make_ref<asyncio::Protocol>;
    Socket datagrams(AddressFamily::ipv4, asyncio::SocketType::datagram);
    const auto wrong = co_await asyncio::capture(loop.create_connection(protocol, std::move(datagrams)));
    CHECK(asyncio::detail::what(wrong.exception()) == "A Stream Socket was expected");
    Socket closed;
    closed.close();
    const auto none = co_await asyncio::capture(loop.create_connection(protocol, std::move(closed)));
    CHECK(asyncio::detail::what(none.exception()) == "[Errno 9] Bad file descriptor");
  }());
}

TEST_CASE("A server by IPv6 alone leaves the port free for IPv4, and several may share one") {
  asyncio::run([]() -> Coro<void> {
    asyncio::StreamOptions shared{.reuse_port = true};
    auto first = co_await asyncio::start_server(echo, "127.0.0.1", 0, shared);
    auto second = co_await asyncio::start_server(echo, "127.0.0.1", port_of(first), shared);
    CHECK(port_of(second) == port_of(first));
    const auto six = co_await asyncio::capture(asyncio::start_server(echo, "::1", port_of(first)));
    // Unless this machine has no such address.
    if (six) {
      auto [reader, writer] = co_await asyncio::open_connection("::1", port_of(first));
      CHECK(writer.get_extra_info("peername").address().repr() ==
            "('::1', " + std::to_string(port_of(first)) + ", 0, 0)");
      co_await expect_back(reader, writer, 10);
    }
  }());
}
