#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <string>
#include <vector>

#include "faulty_calls.hpp"
#include "support/descriptors.hpp"
#include "support/echo.hpp"

using asyncio::Coro;
using asyncio::Socket;

// What is not a stream over TCP, under the same faults as streams.

TEST_CASE("Pipes of a subprocess lose nothing by calls that do little") {
  const unsigned seed = GENERATE(range(1U, 6U));
  const std::size_t before = open_descriptors();
  const FaultyCalls faulty{Harmless(seed)};
  asyncio::run([]() -> Coro<void> {
    auto process = co_await asyncio::create_subprocess_shell(
        "cat", {.stdin_ = asyncio::subprocess::PIPE, .stdout_ = asyncio::subprocess::PIPE});
    const std::string block = pattern(300'000);
    auto said = co_await process.communicate(block);
    CHECK(said.first == block);
    CHECK(process.returncode() == 0);
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("Raw sockets try again") {
  const unsigned seed = GENERATE(range(1U, 10U));
  const FaultyCalls faulty{Harmless(seed)};
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
    const std::string block = pattern(100'000);
    auto sending = asyncio::create_task(loop.sock_sendall(client, block));
    std::string received;
    while (received.size() < block.size()) received += co_await loop.sock_recv(accepted.first, 30'000);
    co_await sending;
    CHECK(received == block);
  }());
}

namespace {

class Receiver final : public asyncio::DatagramProtocol {
 public:
  void datagram_received(std::string_view data, const asyncio::Endpoint&) override { received.emplace_back(data); }
  void error_received(std::exception_ptr error) override { received.push_back(asyncio::detail::describe(error)); }
  void connection_lost(std::exception_ptr) override { lost.set_result(); }

  std::vector<std::string> received;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};

}  // namespace

TEST_CASE("Datagrams that find no room are sent later, each once and in order") {
  const unsigned seed = GENERATE(range(1U, 10U));
  const FaultyCalls faulty{Harmless(seed)};
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const asyncio::Endpoint any_port("127.0.0.1");
    auto [server, received] = co_await loop.create_datagram_endpoint(asyncio::make_ref<Receiver>, any_port);
    const asyncio::Endpoint address = server->get_extra_info("sockname").address();
    auto [client, answers] = co_await loop.create_datagram_endpoint(asyncio::make_ref<Receiver>, {}, address);
    std::vector<std::string> sent;
    for (int n = 0; n < 50; ++n) client->sendto(sent.emplace_back(std::to_string(n)));
    client->close();
    co_await answers->lost;
    while (received->received.size() < sent.size()) co_await asyncio::yield_now();
    CHECK(received->received == sent);
  }());
}
