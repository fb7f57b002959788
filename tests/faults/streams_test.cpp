#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <cerrno>
#include <string>
#include <vector>

#include "faulty_calls.hpp"
#include "support/descriptors.hpp"
#include "support/echo.hpp"
#include "support/log_capture.hpp"

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using namespace std::chrono_literals;

TEST_CASE("Short reads, short writes, EINTR and EAGAIN lose nothing") {
  const unsigned seed = GENERATE(range(1U, 20U));
  const std::size_t before = open_descriptors();
  const FaultyCalls faulty{Harmless(seed)};
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    auto talk = [port = port_of(server)]() -> Coro<void> {
      auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port);
      co_await expect_back(reader, writer, 200'000);
    };
    co_await asyncio::gather(talk(), talk(), talk());
    server.close();
    co_await server.wait_closed();
  }());
  CHECK(open_descriptors() == before);
}

namespace {

/// Echoes until the connection breaks.
Coro<void> echo_while_possible(StreamReader& reader, StreamWriter& writer) {
  try {
    co_await echo(reader, writer);
  } catch (const asyncio::ConnectionError&) {
  } catch (const asyncio::TimeoutError&) {
    // ETIMEDOUT: the peer is out of reach.
  }
}

/// \returns how it went: "" or the error's type
Coro<std::string> try_echo(int port) {
  auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port);
  auto went = co_await asyncio::capture(expect_back(reader, writer, 300'000));
  co_return went ? std::string() : asyncio::detail::type_name(went.exception());
}

}  // namespace

TEST_CASE("A connection that breaks at any moment fails who uses it, and nobody else") {
  const int error = GENERATE(ECONNRESET, EPIPE, ETIMEDOUT);
  const std::size_t before = open_descriptors();
  const LogCapture log;
  asyncio::run([error]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo_while_possible, "127.0.0.1", 0);
    bool broke = true;
    for (int moment = 0; broke; ++moment) {
      int left = moment;
      std::string went;
      {
        const FaultyCalls faulty([&](Call call) -> Fault {
          if (call != Call::receive && call != Call::send) return {};
          return left-- == 0 ? Fault{.error = error} : Fault{.most = 20'000};
        });
        went = co_await try_echo(port_of(server));
      }
      broke = left < 0;
      INFO("moment " << moment << ": " << went);
      // It breaks at either end: the other one finds the end too early or is reset.
      CHECK((went.empty() || went == "asyncio::ConnectionResetError" || went == "asyncio::BrokenPipeError" ||
             went == "asyncio::IncompleteReadError" || went == "asyncio::TimeoutError"));
      if (!broke) CHECK(went.empty());
      const std::string again = co_await try_echo(port_of(server));
      CHECK(again.empty());
    }
    server.close();
    co_await server.wait_closed();
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A failed accept() is passed over, told of or tried again later, and the server goes on") {
  struct Failure {
    int error;
    std::string report;
    std::chrono::seconds wait;
  };
  const auto [error, report, wait] =
      GENERATE(values<Failure>({{EINTR, "", 0s},
                                {EAGAIN, "", 0s},
                                {ECONNABORTED, "", 0s},
                                {EPROTO, "Exception in callback", 0s},
                                {EMFILE, "socket.accept() out of system resource", 1s},
                                {ENFILE, "socket.accept() out of system resource", 1s},
                                {ENOBUFS, "socket.accept() out of system resource", 1s},
                                {ENOMEM, "socket.accept() out of system resource", 1s}}));
  int left = 3;
  const FaultyCalls faulty(
      [&](Call call) { return call == Call::accept && left > 0 ? (--left, Fault{.error = error}) : Fault(); });
  asyncio::run(
      [](std::string told, std::chrono::seconds waited) -> Coro<void> {
        auto& loop = asyncio::get_running_loop();
        std::vector<std::string> reports;
        loop.set_exception_handler(
            [&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { reports.push_back(context.message); });
        auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
        const auto begin = loop.time();
        auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
        co_await expect_back(reader, writer, 10);
        CHECK(reports == std::vector<std::string>(told.empty() ? 0 : 3, told));
        CHECK(loop.time() - begin >= 3 * waited);
        CHECK(loop.time() - begin < 3 * waited + 1s);
      }(report, wait),
      {.clock = asyncio::virtual_clock});
}

TEST_CASE("A connection that cannot be made leaves no descriptor") {
  const int error = GENERATE(ECONNREFUSED, ENETUNREACH, EADDRNOTAVAIL, ETIMEDOUT);
  const std::size_t before = open_descriptors();
  const FaultyCalls faulty([error](Call call) { return Fault{.error = call == Call::connect ? error : 0}; });
  const auto failure = asyncio::run([]() -> Coro<std::exception_ptr> {
    auto connected = co_await asyncio::capture(asyncio::open_connection("127.0.0.1", 1));
    co_return connected.exception();
  }());
  CHECK(asyncio::detail::what(failure).starts_with("[Errno " + std::to_string(error) + "]"));
  CHECK(open_descriptors() == before);
}
