#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/memory_loop.hpp"
#include "support/recording_protocol.hpp"

using asyncio::Coro;
using asyncio::make_ref;

namespace {

constexpr int served_port = 80;

}  // namespace

TEST_CASE("Names of this machine are one address in memory, and paths are their own") {
  run_in_memory([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto server = co_await loop.create_server(make_ref<RecordingProtocol>, "0.0.0.0", served_port);
    const std::vector<std::string> names{"", "localhost", "::", "::1", "127.0.0.1"};
    for (const std::string& name : names) {
      auto [transport, protocol] = co_await loop.create_connection(make_ref<RecordingProtocol>, name, served_port);
      CHECK(transport->get_extra_info("peername").address().repr() == "('127.0.0.1', 80)");
      CHECK(transport->get_extra_info("sockname").address().port >= 49152);
      CHECK_FALSE(transport->get_extra_info("socket"));
    }
    auto local = co_await loop.create_unix_server(make_ref<RecordingProtocol>, "/tmp/memory");
    auto [transport, protocol] = co_await loop.create_unix_connection(make_ref<RecordingProtocol>, "/tmp/memory");
    CHECK(transport->get_extra_info("peername").address().repr() == "'/tmp/memory'");
    CHECK(transport->get_extra_info("sockname").address().host.empty());
    const auto nobody =
        co_await asyncio::capture(loop.create_unix_connection(make_ref<RecordingProtocol>, "/tmp/elsewhere"));
    CHECK(asyncio::detail::what(nobody.exception()).find("Connect call failed '/tmp/elsewhere'") != std::string::npos);
  }());
}

TEST_CASE("A server that does not serve yet refuses, and several connections may come at once") {
  run_in_memory([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const asyncio::StreamOptions later{.start_serving = false};
    auto server = co_await loop.create_server(make_ref<RecordingProtocol>, "localhost", served_port, later);
    const auto early =
        co_await asyncio::capture(loop.create_connection(make_ref<RecordingProtocol>, "localhost", served_port));
    CHECK(asyncio::detail::type_name(early.exception()) == "asyncio::ConnectionRefusedError");
    co_await server.start_serving();
    co_await server.start_serving();
    CHECK(server.is_serving());
    CHECK(&server.get_loop() == &loop);
    auto both = co_await asyncio::gather(loop.create_connection(make_ref<RecordingProtocol>, "localhost", served_port),
                                         loop.create_connection(make_ref<RecordingProtocol>, "localhost", served_port));
    server.close();
    server.close();
    const auto again = co_await asyncio::capture(server.start_serving());
    CHECK(asyncio::detail::what(again.exception()) == "server <Server> is closed");
    const auto forever = co_await asyncio::capture(server.serve_forever());
    CHECK(asyncio::detail::what(forever.exception()) == "server <Server> is closed");
  }());
}

TEST_CASE("A factory that fails costs its connection, which is told in debug mode; an interrupt leaves the loop") {
  const auto use = [](bool debug, auto factory) {
    std::vector<std::string> reports;
    run_in_memory([](bool debugs, auto fails, std::vector<std::string>& out) -> Coro<void> {
      auto& loop = asyncio::get_running_loop();
      loop.set_debug(debugs);
      loop.set_exception_handler([&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        out.push_back(context.message + ": " + asyncio::detail::describe(context.exception));
      });
      auto server = co_await loop.create_server(fails, "localhost", served_port);
      auto connected = co_await loop.create_connection(make_ref<RecordingProtocol>, "localhost", served_port);
      co_await connected.second->lost;
      CHECK(connected.second->log == std::vector<std::string>{"made", "end", "lost"});
    }(debug, factory, reports));
    return reports;
  };
  const auto fails = []() -> asyncio::Ref<RecordingProtocol> { throw std::logic_error("no protocol"); };
  CHECK(use(false, fails).empty());
  CHECK(use(true, fails) ==
        std::vector<std::string>{"Error on transport creation for incoming connection: std::logic_error: no protocol"});
  const auto interrupts = []() -> asyncio::Ref<RecordingProtocol> { throw asyncio::KeyboardInterrupt(); };
  CHECK_THROWS_AS(use(false, interrupts), asyncio::KeyboardInterrupt);
}

TEST_CASE("The end of serve_forever() closes the connections that are open, and waits for them to go") {
  // As of Python 3.15.
  for (const bool by_close : {false, true}) {
    run_in_memory([](bool closes) -> Coro<void> {
      auto& loop = asyncio::get_running_loop();
      auto server = co_await loop.create_server(make_ref<RecordingProtocol>, "localhost", served_port);
      auto made = co_await loop.create_connection(make_ref<RecordingProtocol>, "localhost", served_port);
      auto serving = asyncio::create_task(server.serve_forever());
      co_await some_iterations();
      if (closes) {
        server.close();
      } else {
        serving.cancel();
      }
      co_await asyncio::wait(serving);
      CHECK(serving.cancelled());
      co_await some_iterations();
      CHECK(made.first->is_closing());
    }(by_close));
  }
}

TEST_CASE("In memory, too, a server has several hosts, and a client says where it connects from") {
  run_in_memory([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto server =
        co_await loop.create_server(make_ref<RecordingProtocol>, {"localhost", "::1", "10.0.0.1"}, served_port);
    const auto sockets = server.sockets();
    REQUIRE(sockets.size() == 2);
    CHECK(sockets[1].getsockname().host == "10.0.0.1");
    const asyncio::EndpointView from("10.0.0.2", 7);
    auto [transport, protocol] =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "10.0.0.1", served_port, {.local_addr = from});
    CHECK(transport->get_extra_info("sockname").address().repr() == "('10.0.0.2', 7)");
  }());
}
