#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <asyncio/asyncio.hpp>
#include <asyncio/ssl.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <vector>

#include "../../support/echo.hpp"
#include "../../support/log_capture.hpp"
#include "../../support/recording_protocol.hpp"
#include "certificates.hpp"

using asyncio::Coro;
using asyncio::make_ref;
using asyncio::Ref;
using asyncio::ssl::SSLContext;

namespace {

using Log = std::vector<std::string>;

/// Does what it is told besides writing down.
class ScriptedPeer final : public RecordingProtocol {
 public:
  void data_received(std::string_view data) override {
    received += data;
    if (on_data) on_data();
  }
  bool eof_received() override {
    RecordingProtocol::eof_received();
    return on_end && on_end();
  }
  void pause_writing() override { log.push_back("pause"); }
  void resume_writing() override { log.push_back("resume"); }

  std::string received;
  std::function<void()> on_data;
  std::function<bool()> on_end;
};

/// A client by TLS, and the server that it has found.
struct SecureClient {
  Ref<ScriptedPeer> client;
  asyncio::Server listening;
  Ref<asyncio::Transport> near() const { return client->transport; }
};

/// \param accept makes the server's protocol
Coro<SecureClient> connect_by_tls(std::function<Ref<asyncio::Protocol>()> accept) {
  auto& loop = asyncio::get_running_loop();
  const SSLContext ours = Certificates::get().server();
  const SSLContext theirs = Certificates::get().client();
  const asyncio::StreamOptions by_ours{.ssl = &ours};
  const asyncio::StreamOptions by_theirs{.ssl = &theirs};
  auto server = co_await loop.create_server(accept, "127.0.0.1", 0, by_ours);
  auto connected = co_await loop.create_connection(make_ref<ScriptedPeer>, "127.0.0.1", port_of(server), by_theirs);
  co_return SecureClient{connected.second, server};
}

struct SecurePair : SecureClient {
  Ref<ScriptedPeer> server;
};

Coro<SecurePair> connect_securely() {
  Ref<ScriptedPeer> accepted;
  const auto accept = [&]() -> Ref<asyncio::Protocol> { return accepted = make_ref<ScriptedPeer>(); };
  auto client = co_await connect_by_tls(accept);
  while (!accepted || !accepted->transport) co_await asyncio::yield_now();
  co_return SecurePair{{client.client, client.listening}, accepted};
}

void collect_reports(Log& reports) {
  asyncio::get_running_loop().set_exception_handler(
      [&reports](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        reports.push_back(context.message + " " + asyncio::detail::describe(context.exception));
      });
}

}  // namespace

TEST_CASE("What a protocol throws when data comes ends its connection by TLS, and is reported") {
  Log reports;
  asyncio::run([](Log& log) -> Coro<void> {
    collect_reports(log);
    auto pair = co_await connect_securely();
    pair.server->on_data = [] { throw std::logic_error("data"); };
    pair.near()->write("x");
    co_await pair.server->lost;
    CHECK(pair.server->log == Log{"made", "std::logic_error: data"});
    co_await pair.client->lost;
  }(reports));
  CHECK(reports == Log{"Fatal error on SSL protocol std::logic_error: data"});
}

TEST_CASE("What a protocol makes of the end does not keep a connection by TLS open") {
  const LogCapture warnings;
  Log reports;
  asyncio::run([](Log& log) -> Coro<void> {
    collect_reports(log);
    {
      auto pair = co_await connect_securely();
      pair.server->on_end = [] { return true; };
      pair.near()->close();
      co_await pair.server->lost;
      CHECK(pair.server->log == Log{"made", "end", "lost"});
    }
    auto pair = co_await connect_securely();
    pair.server->on_end = []() -> bool { throw std::logic_error("end"); };
    pair.near()->close();
    co_await pair.server->lost;
    CHECK(pair.server->log == Log{"made", "end", "std::logic_error: end"});
  }(reports));
  CHECK(warnings.lines() == Log{"returning true from eof_received() has no effect when using ssl"});
  CHECK(reports == Log{"Error calling eof_received() std::logic_error: end"});
}

TEST_CASE("A KeyboardInterrupt of a protocol leaves the loop through TLS") {
  const LogCapture pending_tasks;
  const auto interrupt = [] { throw asyncio::KeyboardInterrupt(); };
  for (const bool by_data : {true, false}) {
    const auto use = [&]() -> Coro<void> {
      auto pair = co_await connect_securely();
      if (by_data) {
        pair.server->on_data = interrupt;
        pair.near()->write("x");
      } else {
        pair.server->on_end = [&]() -> bool { return interrupt(), false; };
        pair.near()->close();
      }
      co_await pair.server->lost;
    };
    CHECK_THROWS_AS(asyncio::run(use()), asyncio::KeyboardInterrupt);
  }
}

TEST_CASE("Writing on and on to a connection by TLS that is closed is warned of, as in CPython") {
  const LogCapture log;
  asyncio::run([]() -> Coro<void> {
    auto pair = co_await connect_securely();
    const auto near = pair.near();
    CHECK_FALSE(near->is_closing());
    near->close();
    CHECK(near->is_closing());
    near->close();
    for (int i = 0; i < 6; ++i) near->write("ignored");
    co_await pair.client->lost;
    for (int i = 0; i < 2; ++i) near->write("ignored");
    near->pause_reading();
    near->resume_reading();
    co_await asyncio::yield_now();
    near->abort();
    CHECK_FALSE(near->get_extra_info("cipher"));
    CHECK_FALSE(near->get_extra_info("peername"));
    CHECK_THROWS_AS(near->write_eof(), asyncio::NotSupportedError);
  }());
  CHECK(log.lines() == Log(3, "SSL connection is closed"));
}

TEST_CASE("abort() ends a connection by TLS at once, at both ends") {
  asyncio::run([]() -> Coro<void> {
    auto pair = co_await connect_securely();
    pair.near()->abort();
    co_await pair.client->lost;
    co_await pair.server->lost;
    CHECK(pair.client->log == Log{"made", "lost"});
    // Which sees an end or a reset, as it has sent something that was not read.
    CHECK(pair.server->log.size() > 1);
  }());
}

TEST_CASE("Limits of what is kept for a connection by TLS hold at the mark") {
  asyncio::run([]() -> Coro<void> {
    auto pair = co_await connect_securely();
    const auto near = pair.near();
    CHECK(near->get_write_buffer_limits().high == 512 * 1024);
    near->set_write_buffer_limits(4000);
    CHECK(near->get_write_buffer_limits().low == 1000);
    near->set_write_buffer_limits({}, 2000);
    CHECK(near->get_write_buffer_limits().high == 8000);
    const std::string block = pattern(5'000'000);
    const std::vector<std::string_view> pieces{std::string_view(block).substr(0, 7), std::string_view(block).substr(7)};
    near->writelines(pieces);
    near->write("");
    near->write(block);
    CHECK(pair.client->log == Log{"made", "pause"});
    while (pair.server->received.size() < 2 * block.size()) co_await asyncio::yield_now();
    CHECK(pair.server->received == block + block);
    co_await asyncio::yield_now();
    CHECK(pair.client->log == Log{"made", "pause", "resume"});
  }());
}

TEST_CASE("What came before the end waits for a reader by TLS that is paused, and the end behind it") {
  asyncio::run([]() -> Coro<void> {
    auto pair = co_await connect_securely();
    const auto far = pair.server->transport;
    far->resume_reading();
    far->pause_reading();
    CHECK_FALSE(far->is_reading());
    pair.near()->write("the last words");
    pair.near()->close();
    co_await asyncio::sleep(std::chrono::milliseconds(5));
    CHECK(pair.server->received.empty());
    CHECK(pair.server->log == Log{"made"});
    far->resume_reading();
    CHECK(far->is_reading());
    co_await pair.server->lost;
    CHECK(pair.server->received == "the last words");
    CHECK(pair.server->log == Log{"made", "end", "lost"});
  }());
}

TEST_CASE("What came before a connection broke waits for a reader by TLS that is paused") {
  asyncio::run([]() -> Coro<void> {
    auto pair = co_await connect_securely();
    const auto far = pair.server->transport;
    far->pause_reading();
    pair.near()->write("the last words");
    // Behind the back of TLS: it says nothing of the end.
    ::shutdown(pair.near()->get_extra_info("socket").descriptor(), SHUT_WR);
    co_await asyncio::sleep(std::chrono::milliseconds(5));
    CHECK(pair.server->received.empty());
    far->resume_reading();
    co_await pair.server->lost;
    CHECK(pair.server->received == "the last words");
    CHECK(pair.server->log == Log{"made", "end", "lost"});
  }());
}

namespace {

/// Takes a few bytes at a time.
class FewBytes final : public asyncio::BufferedProtocol {
 public:
  void connection_made(asyncio::Transport& made) override { transport = Ref<asyncio::Transport>(&made); }
  std::span<std::byte> get_buffer(std::ptrdiff_t) override { return has_room ? buffer_ : std::span<std::byte>(); }
  void buffer_updated(std::size_t count) override {
    received.append(reinterpret_cast<const char*>(buffer_.data()), count);
  }
  void connection_lost(std::exception_ptr error) override {
    transport = {};
    lost.set_result(error ? asyncio::detail::describe(error) : "lost");
  }
  Ref<asyncio::Transport> transport;
  bool has_room = true;
  std::string received;
  asyncio::Future<std::string> lost = asyncio::get_running_loop().create_future<std::string>();

 private:
  std::array<std::byte, 1000> room_{};
  std::span<std::byte> buffer_ = room_;
};

struct BufferedPair : SecureClient {
  Ref<FewBytes> server;
};

Coro<BufferedPair> connect_with_buffer() {
  Ref<FewBytes> accepted;
  const auto accept = [&]() -> Ref<asyncio::Protocol> { return accepted = make_ref<FewBytes>(); };
  auto client = co_await connect_by_tls(accept);
  while (!accepted || !accepted->transport) co_await asyncio::yield_now();
  co_return BufferedPair{{client.client, client.listening}, accepted};
}

}  // namespace

TEST_CASE("A buffered protocol gets what TLS decrypts where it wants it, and all before the end") {
  Log reports;
  asyncio::run([](Log& log) -> Coro<void> {
    collect_reports(log);
    {
      auto pair = co_await connect_with_buffer();
      const std::string block = pattern(100'000);
      pair.near()->write(block);
      while (pair.server->received.size() < block.size()) co_await asyncio::yield_now();
      pair.near()->write("the last words");
      pair.near()->close();
      const std::string how = co_await pair.server->lost;
      CHECK(how == "lost");
      CHECK(pair.server->received == block + "the last words");
    }
    auto pair = co_await connect_with_buffer();
    pair.server->has_room = false;
    pair.near()->write("x");
    const std::string how = co_await pair.server->lost;
    CHECK(how == "std::runtime_error: get_buffer() returned an empty buffer");
  }(reports));
  CHECK(reports == Log{"Fatal error on SSL protocol std::runtime_error: get_buffer() returned an empty buffer"});
}

TEST_CASE("A protocol may be replaced in the middle of TLS, by one with a buffer, too") {
  asyncio::run([]() -> Coro<void> {
    auto pair = co_await connect_securely();
    const auto far = pair.server->transport;
    const auto second = make_ref<FewBytes>();
    far->set_protocol(second);
    CHECK(far->get_protocol() == Ref<asyncio::Protocol>(second));
    pair.near()->write("hello");
    while (second->received.empty()) co_await asyncio::yield_now();
    CHECK(second->received == "hello");
    CHECK(pair.server->received.empty());
  }());
}

TEST_CASE("Bytes that are no TLS break a connection off, and the error is the protocol's affair") {
  Log reports;
  asyncio::run([](Log& log) -> Coro<void> {
    collect_reports(log);
    auto pair = co_await connect_securely();
    // Behind the back of TLS.
    const int descriptor = pair.near()->get_extra_info("socket").descriptor();
    const std::string garbage(100, 'x');
    CHECK(::write(descriptor, garbage.data(), garbage.size()) == 100);
    co_await pair.server->lost;
    REQUIRE(pair.server->log.size() == 2);
    CHECK(pair.server->log.back().starts_with("asyncio::ssl::SSLError: [SSL: "));
    co_await pair.client->lost;
  }(reports));
  CHECK(reports.empty());
}

TEST_CASE("A transport of TLS that outlives its loop refuses quietly, and a task that holds one ends with its loop") {
  const LogCapture pending_tasks;
  Ref<asyncio::Transport> kept;
  {
    asyncio::EventLoop loop;
    loop.run_until_complete([](Ref<asyncio::Transport>& out) -> Coro<void> {
      auto pair = co_await connect_securely();
      out = pair.near();
      out->pause_reading();
      const auto hold = []() -> Coro<void> {
        const SSLContext ours = Certificates::get().server();
        const SSLContext theirs = Certificates::get().client();
        auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &ours});
        auto stream = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &theirs});
        co_await asyncio::get_running_loop().create_future<void>();
      };
      auto task = asyncio::create_task(hold());
      co_await asyncio::sleep(std::chrono::milliseconds(20));
      CHECK_FALSE(task.done());
    }(kept));
  }
  kept->resume_reading();
  kept->write("ignored");
  kept->close();
  kept->abort();
  CHECK(kept->is_closing());
  CHECK(kept->get_protocol() == Ref<asyncio::Protocol>());
}
