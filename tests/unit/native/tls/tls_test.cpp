#include <sys/socket.h>

#include <asyncio/asyncio.hpp>
#include <asyncio/ssl.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "../../support/descriptors.hpp"
#include "../../support/echo.hpp"
#include "../../support/recording_protocol.hpp"
#include "certificates.hpp"

using asyncio::Coro;
using asyncio::make_ref;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using asyncio::ssl::SSLContext;
using namespace std::chrono_literals;

namespace {

using Log = std::vector<std::string>;

/// An echo server that speaks TLS.
Coro<asyncio::Server> serve(SSLContext context) {
  co_return co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &context});
}

/// Why a connection to the server fails. \param hostname what its certificate should be for
Coro<std::string> refusal(int port, SSLContext context, std::string_view hostname) {
  auto tried = co_await asyncio::capture(
      asyncio::open_connection("127.0.0.1", port, {.ssl = &context, .server_hostname = hostname}));
  co_return asyncio::detail::describe(tried.exception());
}

}  // namespace

TEST_CASE("Streams speak TLS, and say with whom and how") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto server = co_await serve(Certificates::get().server());
    const SSLContext context = Certificates::get().client();
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &context});
    CHECK(writer.get_extra_info("tls_version").text() == "TLSv1.3");
    CHECK_FALSE(writer.get_extra_info("cipher").text().empty());
    CHECK(writer.get_extra_info("peercert").text().starts_with("-----BEGIN CERTIFICATE-----"));
    CHECK(writer.get_extra_info("peername").address().port == port_of(server));
    CHECK_FALSE(writer.can_write_eof());
    writer.write("hello\n");
    const auto line = co_await reader.readline();
    CHECK(line == "hello\n");
    writer.close();
    co_await writer.wait_closed();
    server.close();
    co_await server.wait_closed();
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("More than any buffer holds comes back through TLS, and the writer is held back meanwhile") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await serve(Certificates::get().server());
    const SSLContext context = Certificates::get().client();
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &context});
    const std::string block = pattern(10'000'000);
    const std::string_view all = block;
    // The first half goes to the transport below at once, and fills it.
    writer.write(all.substr(0, block.size() / 2));
    writer.write(all.substr(block.size() / 2));
    CHECK(writer.transport().get_write_buffer_size() > 512 * 1024);
    auto draining = asyncio::create_task(writer.drain());
    co_await asyncio::yield_now();
    CHECK_FALSE(draining.done());
    const auto back = co_await reader.readexactly(static_cast<std::ptrdiff_t>(block.size()));
    co_await draining;
    CHECK(back == block);
    CHECK(writer.transport().get_write_buffer_size() == 0);
  }());
}

TEST_CASE("A certificate is refused for what is wrong with it, in OpenSSL's words") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await serve(Certificates::get().server());
    const int port = port_of(server);
    const SSLContext stranger(asyncio::ssl::Side::client);
    const auto unknown = co_await refusal(port, stranger, "localhost");
    CHECK(unknown ==
          "asyncio::ssl::SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
          "unable to get local issuer certificate");
    const SSLContext friendly = Certificates::get().client();
    const auto name = co_await refusal(port, friendly, "example.org");
    CHECK(name ==
          "asyncio::ssl::SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
          "Hostname mismatch, certificate is not valid for 'example.org'.");
    const auto address = co_await refusal(port, friendly, "127.0.0.2");
    CHECK(address ==
          "asyncio::ssl::SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
          "IP address mismatch, certificate is not valid for '127.0.0.2'.");
    SSLContext careless = Certificates::get().client();
    careless.set_check_hostname(false);
    const auto unchecked = co_await refusal(port, careless, "example.org");
    CHECK(unchecked.empty());
  }());
}

TEST_CASE("A peer that does not speak TLS fails the handshake") {
  asyncio::run([]() -> Coro<void> {
    auto plain = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    const SSLContext context = Certificates::get().client();
    // The echo sends back what the client says.
    const auto failure = co_await refusal(port_of(plain), context, "localhost");
    CHECK(failure.starts_with("asyncio::ssl::SSLError: [SSL: "));
    const auto hang_up = [](StreamReader& reader, StreamWriter& writer) -> Coro<void> {
      co_await reader.read(65536);
      writer.close();
    };
    auto silent = co_await asyncio::start_server(hang_up, "127.0.0.1", 0);
    const auto ended = co_await refusal(port_of(silent), context, "localhost");
    CHECK(ended == "asyncio::ConnectionResetError");
  }());
}

TEST_CASE("A handshake that takes too long is broken off") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    const auto wait = [](StreamReader& reader, StreamWriter&) -> Coro<void> { co_await reader.read(); };
    auto server = co_await asyncio::start_server(wait, "127.0.0.1", 0);
    const SSLContext context = Certificates::get().client();
    auto tried = co_await asyncio::capture(
        asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &context, .ssl_handshake_timeout = 20ms}));
    CHECK(asyncio::detail::describe(tried.exception()) ==
          "asyncio::ConnectionAbortedError: SSL handshake is taking longer than 0.02 seconds: aborting the connection");
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("A connection that is cancelled at any moment of its handshake leaves no descriptor") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto server = co_await serve(Certificates::get().server());
    const SSLContext context = Certificates::get().client();
    for (int steps = 0; steps < 12; ++steps) {
      auto connecting = asyncio::create_task(asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &context}));
      for (int i = 0; i < steps; ++i) co_await asyncio::yield_now();
      connecting.cancel();
      co_await asyncio::wait(connecting);
    }
    server.close();
    server.abort_clients();
  }());
  CHECK(open_descriptors() == before);
}

TEST_CASE("The end is told from both sides: close_notify goes before the connection") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    asyncio::Ref<RecordingProtocol> accepted;
    const auto accept = [&] { return accepted = make_ref<RecordingProtocol>(); };
    auto server = co_await loop.create_server(accept, "127.0.0.1", 0, {.ssl = &ours});
    auto [transport, protocol] =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port_of(server), {.ssl = &theirs});
    CHECK(protocol->log == Log{"made"});
    transport->write("hello");
    transport->close();
    co_await protocol->lost;
    co_await accepted->lost;
    CHECK(accepted->log == Log{"made", "hello", "end", "lost"});
    CHECK(protocol->log == Log{"made", "end", "lost"});
    transport->write("too late");
  }());
}

TEST_CASE("A connection that ends without close_notify ends like any other, as in CPython") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    asyncio::Ref<RecordingProtocol> accepted;
    const auto accept = [&] { return accepted = make_ref<RecordingProtocol>(); };
    auto server = co_await loop.create_server(accept, "127.0.0.1", 0, {.ssl = &ours});
    auto [transport, protocol] =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port_of(server), {.ssl = &theirs});
    transport->write("hello");
    while (!accepted || accepted->log.size() < 2) co_await asyncio::yield_now();
    ::shutdown(transport->get_extra_info("socket").descriptor(), SHUT_WR);
    co_await accepted->lost;
    co_await protocol->lost;
    CHECK(accepted->log == Log{"made", "hello", "end", "lost"});
    CHECK(protocol->log == Log{"made", "end", "lost"});
  }());
}

TEST_CASE("A peer that never agrees to the end is given up") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    asyncio::Ref<RecordingProtocol> accepted;
    const auto accept = [&] { return accepted = make_ref<RecordingProtocol>(); };
    auto server = co_await loop.create_server(accept, "127.0.0.1", 0, {.ssl = &ours});
    auto [transport, protocol] = co_await loop.create_connection(
        make_ref<RecordingProtocol>, "127.0.0.1", port_of(server), {.ssl = &theirs, .ssl_shutdown_timeout = 20ms});
    while (!accepted || !accepted->transport) co_await asyncio::yield_now();
    // Reads nothing, so it never sees the end.
    accepted->transport->pause_reading();
    transport->write(pattern(5'000'000));
    transport->close();
    co_await protocol->lost;
    CHECK(protocol->log == Log{"made", "asyncio::TimeoutError: SSL shutdown timed out"});
  }());
}

TEST_CASE("A reader that is paused gets nothing, and all of it later") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await serve(Certificates::get().server());
    const SSLContext context = Certificates::get().client();
    const asyncio::StreamOptions options{.limit = 1000, .ssl = &context};
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), options);
    const std::string block = pattern(3'000'000);
    writer.write(block);
    co_await asyncio::sleep(20ms);
    std::string back;
    while (back.size() < block.size()) {
      const auto piece = co_await reader.read(7777);
      back += piece;
    }
    CHECK(back == block);
  }());
}

TEST_CASE("A connection that began in the clear goes on in TLS") {
  asyncio::run([]() -> Coro<void> {
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    const auto upgrade = [&](StreamReader& reader, StreamWriter& writer) -> Coro<void> {
      const auto command = co_await reader.readline();
      CHECK(command == "STARTTLS\n");
      writer.write("go ahead\n");
      co_await writer.start_tls(ours);
      co_await echo(reader, writer);
    };
    auto server = co_await asyncio::start_server(upgrade, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    writer.write("STARTTLS\n");
    const auto answer = co_await reader.readline();
    CHECK(answer == "go ahead\n");
    CHECK_FALSE(writer.get_extra_info("cipher"));
    co_await writer.start_tls(theirs, {.server_hostname = "localhost"});
    CHECK(writer.get_extra_info("cipher"));
    writer.write("secret\n");
    const auto line = co_await reader.readline();
    CHECK(line == "secret\n");
    writer.close();
    co_await writer.wait_closed();
  }());
}

TEST_CASE("Both sides agree on what to speak within TLS") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    ours.set_alpn_protocols({"h2", "http/1.1"});
    SSLContext theirs = Certificates::get().client();
    theirs.set_alpn_protocols({"http/1.1"});
    auto server = co_await serve(ours);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &theirs});
    CHECK(writer.get_extra_info("alpn_protocol").text() == "http/1.1");
  }());
}

TEST_CASE("A server can ask for a certificate of its clients") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    ours.set_verify_mode(asyncio::ssl::VerifyMode::required);
    ours.load_verify_locations(Certificates::get().authority());
    auto server = co_await serve(ours);
    SSLContext known = Certificates::get().client();
    known.load_cert_chain(Certificates::get().chain(), Certificates::get().key());
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &known});
    writer.write("hello\n");
    const auto line = co_await reader.readline();
    CHECK(line == "hello\n");
    const SSLContext unknown = Certificates::get().client();
    auto stranger = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &unknown});
    // With TLS 1.3 the client has finished before the server refuses it.
    auto read = co_await asyncio::capture(stranger.first.read());
    CHECK((read.exception() || read.value().empty()));
  }());
}

TEST_CASE("Contexts say what is wrong with their files and rules") {
  SSLContext context(asyncio::ssl::Side::server);
  const Certificates& files = Certificates::get();
  CHECK_THROWS_AS(context.load_cert_chain("/no/such/file"), asyncio::FileNotFoundError);
  CHECK_THROWS_AS(context.load_cert_chain(files.key()), asyncio::ssl::SSLError);
  CHECK_THROWS_AS(context.load_cert_chain(files.authority(), files.key()), asyncio::ssl::SSLError);
  CHECK_THROWS_AS(context.load_cert_chain(files.chain(), files.locked_key(), "wrong"), asyncio::ssl::SSLError);
  CHECK_NOTHROW(context.load_cert_chain(files.chain(), files.locked_key(), "secret"));
  CHECK_THROWS_AS(context.set_ciphers("no such cipher"), asyncio::ssl::SSLError);
  SSLContext client(asyncio::ssl::Side::client);
  CHECK(client.check_hostname());
  CHECK(client.verify_mode() == asyncio::ssl::VerifyMode::required);
  CHECK_THROWS_AS(client.set_verify_mode(asyncio::ssl::VerifyMode::none), std::invalid_argument);
  client.set_check_hostname(false);
  CHECK_NOTHROW(client.set_verify_mode(asyncio::ssl::VerifyMode::none));
}

TEST_CASE("Options of TLS are refused where they mean nothing, and asked for where they are needed") {
  asyncio::run([]() -> Coro<void> {
    const SSLContext context = Certificates::get().client();
    const auto what = [](asyncio::StreamOptions options, std::string host) -> Coro<std::string> {
      // Not refused by the call.
      auto connecting = asyncio::open_connection(std::move(host), 1, options);
      const auto connected = co_await asyncio::capture(std::move(connecting));
      co_return asyncio::detail::what(connected.exception());
    };
    const auto no_tls = co_await what({.server_hostname = "x"}, "127.0.0.1");
    CHECK(no_tls == "server_hostname is only meaningful with ssl");
    const auto no_handshake = co_await what({.ssl_handshake_timeout = 1s}, "127.0.0.1");
    CHECK(no_handshake == "ssl_handshake_timeout is only meaningful with ssl");
    const auto no_host = co_await what({.ssl = &context}, "");
    CHECK(no_host == "You must set server_hostname when using ssl without a host");
    const auto no_time = co_await what({.ssl = &context, .ssl_shutdown_timeout = 0s}, "127.0.0.1");
    CHECK(no_time == "ssl_shutdown_timeout should be a positive number, got 0.000000");
    auto server = co_await serve(Certificates::get().server());
    const SSLContext wrong = Certificates::get().server();
    const auto side = co_await refusal(port_of(server), wrong, "localhost");
    CHECK(side == "asyncio::ssl::SSLError: Cannot create a client socket with a PROTOCOL_TLS_SERVER context");
  }());
}

TEST_CASE("OpenSSL's own client understands the server, and curl does") {
  asyncio::run([]() -> Coro<void> {
    const SSLContext context = Certificates::get().server();
    const auto respond = [](StreamReader& reader, StreamWriter& writer) -> Coro<void> {
      while (auto line = co_await reader.next())
        if (*line == "\r\n" || *line == "\n") break;
      writer.write("HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nyes");
      co_await writer.drain();
      writer.close();
    };
    auto server = co_await asyncio::start_server(respond, "127.0.0.1", 0, {.ssl = &context});
    const std::string port = std::to_string(port_of(server));
    const std::string authority = Certificates::get().authority();
    const std::string s_client =
        "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | openssl s_client -quiet -verify_return_error "
        "-verify_hostname localhost -CAfile '" +
        authority + "' -connect 127.0.0.1:" + port + " 2>/dev/null";
    auto process = co_await asyncio::create_subprocess_shell(s_client, {.stdout_ = asyncio::subprocess::PIPE});
    auto [out, err] = co_await process.communicate();
    CHECK(out == "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nyes");
    auto found = co_await asyncio::create_subprocess_shell("command -v curl >/dev/null");
    const int missing = co_await found.wait();
    if (missing) co_return;
    const std::string curl = "curl --silent --cacert '" + authority + "' https://localhost:" + port +
                             "/ --resolve localhost:" + port + ":127.0.0.1";
    auto fetching = co_await asyncio::create_subprocess_shell(curl, {.stdout_ = asyncio::subprocess::PIPE});
    auto [body, nothing] = co_await fetching.communicate();
    CHECK(body == "yes");
  }());
}

TEST_CASE("Secured connections that a loop leaves behind are closed with it") {
  const std::size_t before = open_descriptors();
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    auto server = co_await loop.create_server(make_ref<RecordingProtocol>, "127.0.0.1", 0, {.ssl = &ours});
    auto connected =
        co_await loop.create_connection(make_ref<RecordingProtocol>, "127.0.0.1", port_of(server), {.ssl = &theirs});
    connected.first->write("never read");
  }());
  CHECK(open_descriptors() == before);
}
