#include <sys/socket.h>
#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "../support/descriptors.hpp"
#include "../support/echo.hpp"
#include "posix/net/connect_race.hpp"
#include "posix/net/interleave.hpp"

using asyncio::AddressFamily;
using asyncio::Coro;
using asyncio::Endpoint;
using asyncio::EndpointView;
using asyncio::Socket;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using asyncio::native::Address;
using asyncio::native::ConnectPlan;

namespace {

template <class T>
std::string text_of(const asyncio::Result<T>& result) {
  return result ? "" : asyncio::detail::what(result.exception());
}

Socket listening(const Endpoint& at, int backlog = 100) {
  Socket socket;
  socket.bind(at);
  socket.listen(backlog);
  return socket;
}

/// A port at which connections are neither accepted nor refused.
class SilentPort {
 public:
  SilentPort() : listener_(listening({"127.0.0.1"}, 0)) {
    const Address address = asyncio::native::numeric_address(listener_.getsockname());
    for (Socket& client : clients_) ::connect(client.fileno(), address.get(), address.size);
  }
  Endpoint address() const { return listener_.getsockname(); }

 private:
  Socket listener_;
  Socket clients_[4];
};

/// A port at which nobody listens.
Endpoint refusing_port() {
  Socket socket;
  socket.bind({"127.0.0.1"});
  return socket.getsockname();
}

asyncio::Ref<ConnectPlan> plan_for(const std::vector<Endpoint>& endpoints) {
  asyncio::Ref<ConnectPlan> plan(new ConnectPlan());
  for (const Endpoint& endpoint : endpoints) plan->addresses.push_back(asyncio::native::numeric_address(endpoint));
  return plan;
}

Coro<void> say_who(StreamReader&, StreamWriter& writer) {
  writer.write(writer.get_extra_info("peername").address().host + '\n');
  co_await writer.drain();
}

}  // namespace

TEST_CASE("A client says which address it connects from") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(say_who, "127.0.0.1", 0);
    const EndpointView from("127.0.0.3");
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.local_addr = from});
    const std::string host = co_await reader.readline();
    CHECK(host == "127.0.0.3\n");
    CHECK(writer.get_extra_info("sockname").address().host == "127.0.0.3");
  }());
}

TEST_CASE("A client that cannot be bound to its address says why") {
  asyncio::run([]() -> Coro<void> {
    const int port = refusing_port().port;
    const auto elsewhere = co_await asyncio::capture(
        asyncio::open_connection("127.0.0.1", port, {.local_addr = EndpointView("203.0.113.1", 1)}));
    CHECK(text_of(elsewhere) ==
          "[Errno 99] error while attempting to bind on address ('203.0.113.1', 1): [errno 99] cannot assign requested "
          "address");
    const auto other_family =
        co_await asyncio::capture(asyncio::open_connection("127.0.0.1", port, {.local_addr = EndpointView("::1")}));
    CHECK(text_of(other_family) == "no matching local address with family=2 found");
  }());
}

TEST_CASE("All errors of a connection come as a group if they are asked for") {
  asyncio::run([]() -> Coro<void> {
    const int port = refusing_port().port;
    const auto failed = co_await asyncio::capture(asyncio::open_connection("127.0.0.1", port, {.all_errors = true}));
    try {
      (void)failed.value();
      FAIL("it was connected");
    } catch (const asyncio::ExceptionGroup& group) {
      CHECK(group.message() == "create_connection failed");
      CHECK(group.exceptions().size() == 1);
      CHECK(group.subgroup<asyncio::ConnectionRefusedError>());
    }
  }());
}

TEST_CASE("Addresses take turns by their families") {
  std::vector<Address> addresses;
  for (const char* host : {"::1", "::2", "::3", "127.0.0.1", "127.0.0.2"})
    addresses.push_back(asyncio::native::numeric_address(Endpoint(host)));
  const auto hosts = [&](int first) {
    std::vector<Address> ordered = addresses;
    asyncio::native::interleave(ordered, first);
    std::string text;
    for (const Address& address : ordered) text += address.endpoint().host + ' ';
    return text;
  };
  CHECK(hosts(1) == "::1 127.0.0.1 ::2 127.0.0.2 ::3 ");
  CHECK(hosts(2) == "::1 ::2 127.0.0.1 ::3 127.0.0.2 ");
  CHECK(hosts(9) == "::1 ::2 ::3 127.0.0.1 127.0.0.2 ");
}

TEST_CASE("A race goes on with the next address as soon as one has failed") {
  asyncio::run([]() -> Coro<void> {
    const Socket listener = listening({"127.0.0.1"});
    const auto plan = plan_for({refusing_port(), refusing_port(), listener.getsockname()});
    co_await asyncio::native::race(plan, std::chrono::hours(1));
    REQUIRE(plan->connected);
    CHECK(asyncio::native::peer_address(plan->connected.get()).endpoint() == listener.getsockname());
    CHECK(plan->all_errors().size() == 2);
  }());
}

TEST_CASE("A race does not wait for an address that says nothing") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    const SilentPort silent;
    const Socket listener = listening({"127.0.0.1"});
    const auto plan = plan_for({silent.address(), silent.address(), listener.getsockname()});
    co_await asyncio::native::race(plan, std::chrono::seconds(0));
    CHECK(asyncio::native::peer_address(plan->connected.get()).endpoint() == listener.getsockname());
    CHECK(asyncio::all_tasks().size() == 1);
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A race that is cancelled leaves no attempt behind") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    const SilentPort silent;
    const auto plan = plan_for({silent.address(), silent.address()});
    auto racing = asyncio::create_task(asyncio::native::race(plan, std::chrono::seconds(0)));
    for (int i = 0; i < 5; ++i) co_await asyncio::yield_now();
    CHECK(asyncio::all_tasks().size() == 4);
    racing.cancel();
    co_await asyncio::wait(racing);
    CHECK(racing.cancelled());
    CHECK(asyncio::all_tasks().size() == 1);
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A race in which all fail has the errors of all") {
  asyncio::run([]() -> Coro<void> {
    const auto plan = plan_for({refusing_port(), refusing_port()});
    co_await asyncio::native::race(plan, std::chrono::hours(1));
    CHECK_FALSE(plan->connected);
    CHECK(plan->all_errors().size() == 2);
  }());
}

TEST_CASE("Streams are connected with Happy Eyeballs") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    const auto delay = std::chrono::milliseconds(250);
    auto [reader, writer] =
        co_await asyncio::open_connection("localhost", port_of(server), {.happy_eyeballs_delay = delay});
    co_await expect_back(reader, writer, 100);
  }());
}

TEST_CASE("Streams over sockets of the program's own") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket bound;
    bound.bind({"127.0.0.1"});
    const Endpoint address = bound.getsockname();
    auto server = co_await asyncio::start_server(echo, std::move(bound));
    Socket client;
    co_await loop.sock_connect(client, address);
    auto [reader, writer] = co_await asyncio::open_connection(std::move(client));
    co_await expect_back(reader, writer, 1000);
    writer.close();
    co_await writer.wait_closed();
    server.close();
    co_await server.wait_closed();
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("Unix streams over sockets of the program's own") {
  const std::string path = "/tmp/asyncio-own-" + std::to_string(getpid());
  asyncio::run([](std::string at) -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Socket bound(AddressFamily::local);
    bound.bind({at, 0, AddressFamily::local});
    auto server = co_await asyncio::start_unix_server(echo, std::move(bound));
    Socket client(AddressFamily::local);
    co_await loop.sock_connect(client, {at, 0, AddressFamily::local});
    auto [reader, writer] = co_await asyncio::open_unix_connection(std::move(client));
    co_await expect_back(reader, writer, 1000);
    server.close();
    CHECK(::access(at.c_str(), F_OK) != 0);
    auto opening = asyncio::open_unix_connection(Socket());
    const auto tcp = co_await asyncio::capture(std::move(opening));
    CHECK(text_of(tcp) == "A UNIX Domain Stream Socket was expected");
  }(path));
}
