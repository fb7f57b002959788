#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"
#include "../support/echo.hpp"

using asyncio::Coro;
using asyncio::Stream;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using namespace std::chrono_literals;

TEST_CASE("An echo over TCP gives every byte back, however large the block") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    CHECK(writer.get_extra_info("peername").address().port == port_of(server));
    CHECK(writer.get_extra_info("socket").descriptor() > 0);
    const std::string block = pattern(3'000'000);
    writer.write(block);
    auto draining = asyncio::create_task(writer.drain());
    const auto back = co_await reader.readexactly(static_cast<std::ptrdiff_t>(block.size()));
    co_await draining;
    CHECK(back == block);
    writer.write_eof();
    const auto rest = co_await reader.read();
    CHECK(rest.empty());
    writer.close();
    co_await writer.wait_closed();
    server.close();
    co_await server.wait_closed();
  }());
}

TEST_CASE("Names are looked up without blocking the loop") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "localhost", 0, {.family = asyncio::AddressFamily::ipv4});
    auto [reader, writer] = co_await asyncio::open_connection("localhost", port_of(server));
    writer.write("hi");
    const auto back = co_await reader.readexactly(2);
    CHECK(back == "hi");
  }());
}

TEST_CASE("A refused connection names the address") {
  asyncio::run([]() -> Coro<void> {
    std::string what;
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    const int port = port_of(server);
    server.close();
    try {
      co_await asyncio::open_connection("127.0.0.1", port);
    } catch (const asyncio::ConnectionRefusedError& error) {
      what = error.what();
    }
    CHECK(what == "[Errno 111] Connect call failed ('127.0.0.1', " + std::to_string(port) + ")");
  }());
}

TEST_CASE("A port in use is refused with CPython's words") {
  asyncio::run([]() -> Coro<void> {
    std::string what;
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    const int port = port_of(server);
    try {
      co_await asyncio::start_server(echo, "127.0.0.1", port);
    } catch (const asyncio::OSError& error) {
      what = error.what();
    }
    CHECK(what == "[Errno 98] error while attempting to bind on address ('127.0.0.1', " + std::to_string(port) +
                      "): [errno 98] address already in use");
  }());
}

TEST_CASE("A Unix socket serves, and its file goes with the server") {
  asyncio::run([]() -> Coro<void> {
    const std::string path = "/tmp/asyncio-test-" + std::to_string(getpid());
    auto server = co_await asyncio::start_unix_server(echo, path);
    CHECK(std::filesystem::exists(path));
    auto [reader, writer] = co_await asyncio::open_unix_connection(path);
    writer.write("line\n");
    const auto line = co_await reader.readline();
    CHECK(line == "line\n");
    server.close();
    CHECK_FALSE(std::filesystem::exists(path));
  }());
}

TEST_CASE("A reset comes out of the read that waits") {
  asyncio::run([]() -> Coro<void> {
    const auto reset = [](StreamReader& reader, StreamWriter& writer) -> Coro<void> {
      co_await reader.readexactly(1);
      const linger at_once{1, 0};
      setsockopt(writer.get_extra_info("socket").descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
      writer.transport().abort();
    };
    auto server = co_await asyncio::start_server(reset, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    writer.write("x");
    bool was_reset = false;
    try {
      co_await reader.read();
    } catch (const asyncio::ConnectionResetError&) {
      was_reset = true;
    }
    CHECK(was_reset);
    bool told = false;
    try {
      co_await writer.drain();
    } catch (const asyncio::ConnectionResetError&) {
      told = true;
    }
    CHECK(told);
  }());
}

TEST_CASE("A server out of descriptors goes on when there are some again") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::vector<std::string> reports;
    loop.set_exception_handler(
        [&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { reports.push_back(context.message); });
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    std::vector<int> taken;
    rlimit few = before;
    few.rlim_cur = 64;
    setrlimit(RLIMIT_NOFILE, &few);
    for (int fd = dup(0); fd >= 0; fd = dup(0)) taken.push_back(fd);
    close(taken.back());
    taken.pop_back();
    // The client takes the last one.
    auto connecting = asyncio::create_task(asyncio::open_connection("127.0.0.1", port_of(server)));
    const auto pair = co_await connecting;
    co_await asyncio::sleep(20ms);
    CHECK(reports == std::vector<std::string>{"socket.accept() out of system resource"});
    for (const int fd : taken) close(fd);
    setrlimit(RLIMIT_NOFILE, &before);
    close(client);
    Stream stream = pair;
    stream.second.write("x");
    const auto back = co_await stream.first.readexactly(1);
    CHECK(back == "x");
  }());
}

TEST_CASE("Many connections come and go, and no descriptor is lost") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.backlog = 512});
    const int port = port_of(server);
    const auto client = [port](int n) -> Coro<void> {
      auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port);
      const std::string text = std::to_string(n) + '\n';
      writer.write(text);
      const auto line = co_await reader.readline();
      CHECK(line == text);
    };
    std::vector<asyncio::Task<void>> clients;
    for (int n = 0; n < 300; ++n) clients.push_back(asyncio::create_task(client(n)));
    co_await asyncio::gather(clients);
    server.close();
    co_await server.wait_closed();
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A client that sends a byte at a time does not hold up another") {
  asyncio::run([]() -> Coro<void> {
    const auto lines = [](StreamReader& reader, StreamWriter& writer) -> Coro<void> {
      while (auto line = co_await reader.next()) writer.write(*line);
    };
    auto server = co_await asyncio::start_server(lines, "127.0.0.1", 0);
    auto slow = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    auto quick = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    for (const char c : std::string("slow")) {
      slow.second.write(std::string(1, c));
      quick.second.write("quick\n");
      const auto line = co_await quick.first.readline();
      CHECK(line == "quick\n");
    }
    slow.second.write("\n");
    const auto line = co_await slow.first.readline();
    CHECK(line == "slow\n");
  }());
}

TEST_CASE("A descriptor of a transport is no reader's") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    const int fd = writer.get_extra_info("socket").descriptor();
    CHECK_THROWS_AS(asyncio::get_running_loop().add_reader(fd, [] {}), std::runtime_error);
  }());
}
