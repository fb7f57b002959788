#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/echo.hpp"
#include "support/recording_protocol.hpp"

using asyncio::Coro;
using asyncio::make_ref;
using asyncio::Ref;

namespace {

using Log = std::vector<std::string>;

/// Sends back what comes.
class Echo final : public RecordingProtocol {
 public:
  void data_received(std::string_view data) override { transport->write(data); }
};

/// What the await of a call throws.
template <class T>
Coro<std::string> refusal_of(Coro<T> call) {
  const auto awaited = co_await asyncio::capture(std::move(call));
  co_return asyncio::detail::what(awaited.exception());
}

}  // namespace

TEST_CASE("A protocol talks with a protocol, and each hears of all that happens") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::vector<Ref<Echo>> accepted;
    const auto serve = [&]() -> Ref<Echo> {
      accepted.push_back(make_ref<Echo>());
      return accepted.back();
    };
    auto server = co_await loop.create_server(serve, "127.0.0.1", 0);
    auto [transport, protocol] =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port_of(server));
    CHECK(protocol->log == Log{"made"});
    CHECK(transport->get_protocol() == Ref<asyncio::Protocol>(protocol));
    transport->write("hello");
    while (protocol->log.size() < 2) co_await asyncio::yield_now();
    transport->close();
    co_await protocol->lost;
    CHECK(protocol->log == Log{"made", "hello", "lost"});
    CHECK(transport->get_protocol() == Ref<asyncio::Protocol>());
    REQUIRE(accepted.size() == 1);
    co_await accepted.front()->lost;
    CHECK(accepted.front()->log == Log{"made", "end", "lost"});
    server.close();
    co_await server.wait_closed();
  }());
}

TEST_CASE("A transport calls whichever protocol it was given last") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    auto server = co_await loop.create_server(make_ref<Echo>, "127.0.0.1", 0);
    auto [transport, first] =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port_of(server));
    const auto second = make_ref<RecordingProtocol>();
    transport->set_protocol(second);
    transport->write("hello");
    while (second->log.empty()) co_await asyncio::yield_now();
    transport->abort();
    co_await second->lost;
    CHECK(first->log == Log{"made"});
    CHECK(second->log == Log{"hello", "lost"});
  }());
}

namespace {

/// Takes four bytes at a time.
class Fours final : public asyncio::BufferedProtocol {
 public:
  std::span<std::byte> get_buffer(std::ptrdiff_t) override { return buffer; }
  void buffer_updated(std::size_t count) override {
    pieces.emplace_back(reinterpret_cast<const char*>(buffer.data()), count);
  }
  bool eof_received() override {
    pieces.emplace_back("end");
    return false;
  }
  void connection_lost(std::exception_ptr) override { lost.set_result(); }

  std::array<std::byte, 4> buffer{};
  Log pieces;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

/// Has no room.
class NoRoom final : public asyncio::BufferedProtocol {
 public:
  std::span<std::byte> get_buffer(std::ptrdiff_t) override { return {}; }
  void buffer_updated(std::size_t) override {}
  void connection_lost(std::exception_ptr error) override { lost.set_exception(error); }
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

}  // namespace

TEST_CASE("A buffered protocol gets the bytes where it wants them") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Ref<Fours> fours;
    const auto serve = [&] { return fours = make_ref<Fours>(); };
    auto server = co_await loop.create_server(serve, "127.0.0.1", 0);
    auto [transport, protocol] =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port_of(server));
    transport->write("0123456789");
    transport->close();
    while (!fours) co_await asyncio::yield_now();
    co_await fours->lost;
    CHECK(fours->pieces == Log{"0123", "4567", "89", "end"});
  }());
}

TEST_CASE("A buffered protocol can be fed by hand") {
  asyncio::run([]() -> Coro<void> {
    const auto fours = make_ref<Fours>();
    fours->data_received("0123456789");
    CHECK(fours->pieces == Log{"0123", "4567", "89"});
    co_return;
  }());
}

TEST_CASE("A buffered protocol without room loses its connection, and the handler is told") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Log reports;
    loop.set_exception_handler(
        [&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { reports.push_back(context.message); });
    auto server = co_await loop.create_server(make_ref<Echo>, "127.0.0.1", 0);
    auto [transport, protocol] = co_await loop.create_connection(make_ref<NoRoom>, "127.0.0.1", port_of(server));
    transport->write("x");
    const auto ended = co_await asyncio::capture(protocol->lost);
    CHECK(asyncio::detail::what(ended.exception()) == "get_buffer() returned an empty buffer");
    CHECK(reports == Log{"Fatal error: protocol.get_buffer() call failed."});
  }());
}

TEST_CASE("Options that are wrong are an error of the await, not of the call") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const asyncio::StreamOptions wrong{.server_hostname = "x"};
    std::vector<std::string> refusals;
    auto connecting = loop.create_connection(make_ref<Echo>, "127.0.0.1", 80, wrong);
    refusals.push_back(co_await refusal_of(std::move(connecting)));
    auto serving = loop.create_server(make_ref<Echo>, "127.0.0.1", 0, wrong);
    refusals.push_back(co_await refusal_of(std::move(serving)));
    auto opening = asyncio::open_connection("127.0.0.1", 80, wrong);
    refusals.push_back(co_await refusal_of(std::move(opening)));
    auto unix_opening = asyncio::open_unix_connection("nowhere", wrong);
    refusals.push_back(co_await refusal_of(std::move(unix_opening)));
    for (const std::string& refusal : refusals) CHECK(refusal == "server_hostname is only meaningful with ssl");
  }());
}

TEST_CASE("A port that is none is refused by the await, not by the call") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::vector<std::string> refusals;
    auto connecting = loop.create_connection(make_ref<Echo>, "127.0.0.1", 70000);
    refusals.push_back(co_await refusal_of(std::move(connecting)));
    auto opening = asyncio::open_connection("127.0.0.1", -1);
    refusals.push_back(co_await refusal_of(std::move(opening)));
    auto serving = loop.create_server(make_ref<Echo>, "127.0.0.1", 65536);
    refusals.push_back(co_await refusal_of(std::move(serving)));
    for (const std::string& refusal : refusals) CHECK(refusal == "port must be 0-65535.");
  }());
}
