#include <sys/socket.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using asyncio::AddressFamily;
using asyncio::Coro;
using asyncio::Socket;
using namespace std::chrono_literals;

TEST_CASE("Raw sockets accept, connect, send and receive") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket listener;
    listener.bind({"127.0.0.1"});
    listener.listen();
    Socket client;
    auto accepting = asyncio::create_task(loop.sock_accept(listener));
    const auto address = listener.getsockname();
    co_await loop.sock_connect(client, address);
    auto accepted = co_await std::move(accepting);
    CHECK(accepted.second == client.getsockname());
    const std::string block(2'000'000, 'x');
    auto sending = asyncio::create_task(loop.sock_sendall(client, block));
    std::size_t received = 0;
    while (received < block.size()) {
      const auto piece = co_await loop.sock_recv(accepted.first, 65536);
      received += piece.size();
    }
    co_await sending;
    client.close();
    const auto end = co_await loop.sock_recv(accepted.first, 1);
    CHECK(end.empty());
  }());
}

TEST_CASE("Datagrams keep their bounds and tell where they come from") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket a(AddressFamily::ipv4, asyncio::SocketType::datagram);
    Socket b(AddressFamily::ipv4, asyncio::SocketType::datagram);
    a.bind({"127.0.0.1"});
    b.bind({"127.0.0.1"});
    const auto to = b.getsockname();
    auto receiving = asyncio::create_task(loop.sock_recvfrom(b, 100));
    const auto sent = co_await loop.sock_sendto(a, "one", to);
    CHECK(sent == 3);
    co_await loop.sock_sendto(a, "two", to);
    const auto first = co_await receiving;
    CHECK(first.first == "one");
    CHECK(first.second == a.getsockname());
    const auto second = co_await loop.sock_recvfrom(b, 100);
    CHECK(second.first == "two");
  }());
}

TEST_CASE("A cancelled receive leaves the socket free for the next one") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [a, b] = Socket::make_pair();
    auto receiving = asyncio::create_task(loop.sock_recv(a, 10));
    co_await asyncio::yield_now();
    receiving.cancel();
    co_await asyncio::wait(receiving);
    CHECK(receiving.cancelled());
    co_await loop.sock_sendall(b, "data");
    const auto data = co_await loop.sock_recv(a, 10);
    CHECK(data == "data");
  }());
}

TEST_CASE("A cancelled receive does not take the next one's watch away") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [a, b] = Socket::make_pair();
    auto cancelled = asyncio::create_task(loop.sock_recv(a, 10));
    co_await asyncio::yield_now();
    cancelled.cancel();
    // Begins to wait before the cancelled one hears of its end.
    auto next = asyncio::create_task(loop.sock_recv(a, 10), {.eager_start = true});
    co_await asyncio::wait(cancelled);
    co_await loop.sock_sendall(b, "data");
    const auto data = co_await asyncio::wait_for(next, 10s);
    CHECK(data == "data");
  }());
}

TEST_CASE("The loser of a race for a receive leaves the socket to the one after it") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto [a, b] = Socket::make_pair();
    for (const std::string word : {"first", "second", "third"}) {
      auto loser = asyncio::create_task(loop.sock_recv(a, 10));
      auto timer = asyncio::create_task(asyncio::sleep(1ms));
      asyncio::WaitOptions first_completed{.return_when = asyncio::FIRST_COMPLETED};
      const std::vector<asyncio::AnyTask> both{loser, timer};
      co_await asyncio::wait(both, first_completed);
      loser.cancel();
      loop.call_later(1ms, [&] { (void)!::send(b.fileno(), word.data(), word.size(), 0); });
      const auto data = co_await asyncio::wait_for(loop.sock_recv(a, 10), 10s);
      CHECK(data == word);
    }
  }());
}

TEST_CASE("A receive that was cancelled has let go of a descriptor that is closed and opened anew") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto old = Socket::make_pair();
    auto cancelled = asyncio::create_task(loop.sock_recv(old.first, 10));
    co_await asyncio::yield_now();
    cancelled.cancel();
    const int number = old.first.fileno();
    old.first.close();
    auto [a, b] = Socket::make_pair();
    REQUIRE(a.fileno() == number);
    loop.call_later(1ms, [&] { (void)!::send(b.fileno(), "data", 4, 0); });
    const auto data = co_await asyncio::wait_for(loop.sock_recv(a, 10), 10s);
    CHECK(data == "data");
  }());
}

TEST_CASE("getaddrinfo() gives numeric addresses, and the resolver's words for what it does not know") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto found = co_await loop.getaddrinfo("localhost", 80, AddressFamily::ipv4);
    CHECK(found.at(0).repr() == "('127.0.0.1', 80)");
    bool failed = false;
    try {
      co_await loop.getaddrinfo("no.such.host.invalid", 80);
    } catch (const asyncio::OSError&) {
      failed = true;
    }
    CHECK(failed);
  }());
}
