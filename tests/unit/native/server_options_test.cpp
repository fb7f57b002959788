#include <sys/socket.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "../support/echo.hpp"

using asyncio::Coro;

namespace {

std::string temporary_path(const char* name) { return std::string("/tmp/asyncio-") + name + std::to_string(getpid()); }

std::vector<std::string> hosts_of(const asyncio::Server& server) {
  std::vector<std::string> hosts;
  for (const auto& socket : server.sockets()) hosts.push_back(socket.getsockname().host);
  return hosts;
}

bool exists(const std::string& path) { return std::filesystem::exists(path); }

}  // namespace

TEST_CASE("A server listens on several hosts, on each once") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, {"127.0.0.2", "127.0.0.1", "127.0.0.2"}, 0);
    CHECK(hosts_of(server) == std::vector<std::string>{"127.0.0.2", "127.0.0.1"});
    for (const auto& socket : server.sockets()) {
      const auto& name = socket.getsockname();
      auto [reader, writer] = co_await asyncio::open_connection(name.host, name.port);
      co_await expect_back(reader, writer, 10);
    }
    const std::vector<std::string> list{"127.0.0.4"};
    auto other = co_await asyncio::get_running_loop().create_server(asyncio::make_ref<asyncio::Protocol>, list, 0);
    CHECK(hosts_of(other) == list);
  }());
}

TEST_CASE("A server leaves out addresses that this machine does not have, unless it has none of them") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, {"203.0.113.1", "127.0.0.1"}, 0);
    CHECK(hosts_of(server) == std::vector<std::string>{"127.0.0.1"});
    auto none = co_await asyncio::capture(asyncio::start_server(echo, {"203.0.113.1", "203.0.113.2"}, 7));
    CHECK(asyncio::detail::what(none.exception()) ==
          "could not bind on any address out of [('203.0.113.1', 7), ('203.0.113.2', 7)]");
  }());
}

TEST_CASE("A server has the system look after silent connections") {
  asyncio::run([]() -> Coro<void> {
    for (const bool wanted : {false, true}) {
      auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.keep_alive = wanted});
      int on = -1;
      socklen_t size = sizeof on;
      const auto sockets = server.sockets();
      REQUIRE(::getsockopt(sockets.at(0).fileno(), SOL_SOCKET, SO_KEEPALIVE, &on, &size) == 0);
      CHECK(on == (wanted ? 1 : 0));
    }
  }());
}

TEST_CASE("A Unix server removes its file at the end, unless it is told not to") {
  const std::string path = temporary_path("cleanup");
  asyncio::run([](std::string at) -> Coro<void> {
    auto server = co_await asyncio::start_unix_server(echo, at);
    server.close();
    CHECK_FALSE(exists(at));
    auto careless = co_await asyncio::start_unix_server(echo, at, {.cleanup_socket = false});
    careless.close();
    CHECK(exists(at));
  }(path));
  std::filesystem::remove(path);
}

TEST_CASE("A Unix server leaves the file alone that another one has made anew") {
  const std::string path = temporary_path("anew");
  asyncio::run([](std::string at) -> Coro<void> {
    auto first = co_await asyncio::start_unix_server(echo, at);
    auto second = co_await asyncio::start_unix_server(echo, at);
    first.close();
    CHECK(exists(at));
    auto [reader, writer] = co_await asyncio::open_unix_connection(at);
    co_await expect_back(reader, writer, 10);
  }(path));
  CHECK_FALSE(exists(path));
}

namespace {

// g++ 12 destroys the result of a `co_await` in a conditional expression twice.
Coro<asyncio::Server> serve_over(asyncio::Socket socket, bool unix_form) {
  if (unix_form) co_return co_await asyncio::start_unix_server(echo, std::move(socket));
  co_return co_await asyncio::start_server(echo, std::move(socket));
}

}  // namespace

TEST_CASE("A socket that a program has bound to a path keeps its file when a server over it ends") {
  const std::string path = temporary_path("kept");
  asyncio::run([](std::string at) -> Coro<void> {
    const asyncio::Endpoint address(at, 0, asyncio::AddressFamily::local);
    for (const bool unix_form : {false, true}) {
      std::filesystem::remove(at);
      asyncio::Socket socket(asyncio::AddressFamily::local);
      socket.bind(address);
      // As in CPython, of the two only the Unix form cleans up.
      auto server = co_await serve_over(std::move(socket), unix_form);
      server.close();
      CHECK(exists(at) == !unix_form);
    }
  }(path));
}
