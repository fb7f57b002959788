#include <asyncio/asyncio.hpp>
#include <asyncio/ssl.hpp>

#include "../scenario.hpp"
#include "native/tls/certificates.hpp"
#include "support/echo.hpp"

namespace {

using namespace asyncio;

const std::string line = "a line that needs memory of its own\n";

/// Made once: what they take belongs to OpenSSL, whose memory does not fail here.
const ssl::SSLContext& ours() {
  static const ssl::SSLContext context = Certificates::get().server();
  return context;
}
const ssl::SSLContext& theirs() {
  static const ssl::SSLContext context = Certificates::get().client();
  return context;
}

Coro<void> ask(StreamReader reader, StreamWriter writer) {
  writer.write(line);
  require(co_await reader.readline() == line, "the echo");
  writer.close();
  co_await writer.wait_closed();
}

Coro<void> serve_by_tls() {
  auto server = co_await start_server(echo, "127.0.0.1", 0, {.ssl = &ours()});
  auto [reader, writer] = co_await open_connection("127.0.0.1", port_of(server), {.ssl = &theirs()});
  co_await ask(reader, writer);
  server.close();
  co_await server.wait_closed();
}

/// Each end in the middle of a connection.
Coro<void> go_on_in_tls() {
  const auto upgrade = [](StreamReader& reader, StreamWriter& writer) -> Coro<void> {
    co_await reader.readline();
    writer.write("go ahead\n");
    co_await writer.start_tls(ours());
    co_await echo(reader, writer);
  };
  auto server = co_await start_server(upgrade, "127.0.0.1", 0);
  auto [reader, writer] = co_await open_connection("127.0.0.1", port_of(server));
  writer.write("STARTTLS\n");
  require(co_await reader.readline() == "go ahead\n", "the answer in the clear");
  co_await writer.start_tls(theirs(), {.server_hostname = "localhost"});
  co_await ask(reader, writer);
  server.close();
  co_await server.wait_closed();
}

}  // namespace

const std::vector<Scenario>& tls_scenarios() {
  static const std::vector<Scenario> all = {
      {"open_connection(), by TLS", native<serve_by_tls>},
      {"start_tls()", native<go_on_in_tls>},
  };
  return all;
}
