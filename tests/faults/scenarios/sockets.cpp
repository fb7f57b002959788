#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <csignal>

#include "../scenario.hpp"
#include "support/echo.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

const std::string line = "a line that needs memory of its own\n";

Coro<void> ask_an_echo(Stream stream) {
  auto& [reader, writer] = stream;
  writer.write(line);
  require(co_await reader.readline() == line, "the echo");
  writer.close();
  co_await writer.wait_closed();
}

Coro<void> serve_over_tcp() {
  auto server = co_await start_server(echo, "127.0.0.1", 0);
  for (int i = 0; i < 2; ++i) {
    auto stream = co_await open_connection("127.0.0.1", port_of(server));
    co_await ask_an_echo(std::move(stream));
  }
  server.close();
  co_await server.wait_closed();
}

Coro<void> serve_at_a_path() {
  const std::string path = "/tmp/asyncio-fault-tests-" + std::to_string(::getpid());
  auto server = co_await start_unix_server(echo, path);
  auto stream = co_await open_unix_connection(path);
  co_await ask_an_echo(std::move(stream));
  server.close();
  co_await server.wait_closed();
}

/// A name has to be looked up in a thread.
Coro<void> connect_by_name() {
  auto server = co_await start_server(echo, "localhost", 0);
  auto stream = co_await open_connection("localhost", port_of(server));
  co_await ask_an_echo(std::move(stream));
  server.close();
  co_await server.wait_closed();
}

/// More than sockets hold, so that both ends have to wait.
constexpr std::size_t large = 3'000'000;

Coro<void> write_large(StreamWriter writer) {
  writer.write(std::string(large, 'x'));
  co_await writer.drain();
  writer.write_eof();
}

Coro<void> read_large(StreamReader reader) {
  std::size_t received = 0;
  while (received < large) {
    const std::string data = co_await reader.read(500'000);
    if (data.empty()) break;
    received += data.size();
  }
  require(received == large, "all comes back");
}

Coro<void> send_much() {
  auto server = co_await start_server(echo, "127.0.0.1", 0);
  auto [reader, writer] = co_await open_connection("127.0.0.1", port_of(server));
  co_await gather(write_large(writer), read_large(reader));
  writer.close();
  co_await writer.wait_closed();
  server.close();
  co_await server.wait_closed();
}

struct RawSockets {
  std::optional<Socket> listener;
  std::optional<Socket> client;
  std::optional<Socket> accepted;
  Coro<void> main() {
    EventLoop& loop = get_running_loop();
    listener.emplace();
    listener->bind({"127.0.0.1"});
    listener->listen();
    client.emplace();
    auto accepting = create_task(loop.sock_accept(*listener));
    const auto address = listener->getsockname();
    co_await loop.sock_connect(*client, address);
    auto connection = co_await std::move(accepting);
    accepted.emplace(std::move(connection.first));
    auto receiving = create_task(loop.sock_recv(*accepted, 100));
    co_await sleep(0s);
    co_await loop.sock_sendall(*client, line);
    require(co_await receiving == line, "what was sent");
  }
};

class Receiver final : public DatagramProtocol {
 public:
  void datagram_received(std::string_view data, const Endpoint&) override {
    if (!received.done()) received.set_result(std::string(data));
  }
  void error_received(std::exception_ptr error) override {
    if (!received.done()) received.set_exception(std::move(error));
  }
  void connection_lost(std::exception_ptr) override {
    if (!received.done()) received.set_result("lost");
  }
  const Future<std::string> received = get_running_loop().create_future<std::string>();
};

Coro<void> send_datagrams() {
  EventLoop& loop = get_running_loop();
  const auto make = [] { return Ref<Receiver>(new Receiver); };
  auto [transport, protocol] = co_await loop.create_datagram_endpoint(make, Endpoint{"127.0.0.1"});
  const auto at = transport->get_extra_info("sockname").address();
  auto [sender, other] = co_await loop.create_datagram_endpoint(make, {}, at);
  sender->sendto(line);
  // One that does not come through is told of, and lost.
  require(co_await wait_for(protocol->received, 5s) == line, "the datagram");
  sender->close();
  transport->close();
  co_await sleep(0s);
}

struct WatchedDescriptors {
  std::optional<std::pair<Socket, Socket>> ends;
  Coro<void> main() {
    EventLoop& loop = get_running_loop();
    ends.emplace(Socket::make_pair());
    const int near = ends->first.fileno();
    const int far = ends->second.fileno();
    const auto readable = loop.create_future();
    loop.add_writer(near, [&loop, near] {
      loop.remove_writer(near);
      [[maybe_unused]] const auto written = ::write(near, "x", 1);
    });
    loop.add_reader(far, [&loop, readable, far] {
      loop.remove_reader(far);
      readable.set_result();
    });
    co_await readable;
  }
};

Coro<void> handle_a_signal() {
  EventLoop& loop = get_running_loop();
  const auto came = loop.create_future();
  loop.add_signal_handler(SIGUSR1, [came] { came.set_result(); });
  ::raise(SIGUSR1);
  co_await came;
  loop.remove_signal_handler(SIGUSR1);
}

}  // namespace

const std::vector<Scenario>& socket_scenarios() {
  static const std::vector<Scenario> all = {
      {"start_server(), open_connection()", native<serve_over_tcp>},
      {"start_unix_server(), open_unix_connection()", native<serve_at_a_path>},
      {"open_connection() by name", native<connect_by_name>},
      {"more than a socket holds", native<send_much>},
      {"sock_connect(), sock_accept(), sock_recv()", native<RawSockets>},
      {"create_datagram_endpoint()", native<send_datagrams>},
      {"add_reader(), add_writer()", native<WatchedDescriptors>},
      {"add_signal_handler()", native<handle_a_signal>},
  };
  return all;
}
