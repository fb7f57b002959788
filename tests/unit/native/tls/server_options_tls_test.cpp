#include <unistd.h>

#include <asyncio/asyncio.hpp>
#include <asyncio/ssl.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "../../support/echo.hpp"
#include "../../support/log_capture.hpp"
#include "certificates.hpp"

using asyncio::Coro;
using asyncio::ssl::SSLContext;
using asyncio::ssl::TLSVersion;

namespace {

std::string contents_of(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What a connection to the server knows of itself under a name; "" if nothing, and what it fails with if it does.
Coro<std::string> ask(SSLContext ours, SSLContext theirs, std::string what) {
  auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &ours});
  const asyncio::StreamOptions options{.ssl = &theirs, .server_hostname = "localhost"};
  auto connected = co_await asyncio::capture(asyncio::open_connection("127.0.0.1", port_of(server), options));
  if (!connected) co_return asyncio::detail::describe(connected.exception());
  auto [reader, writer] = std::move(connected).value();
  co_await expect_back(reader, writer, 10);
  const asyncio::ExtraInfo info = writer.get_extra_info(what);
  writer.close();
  co_await writer.wait_closed();
  co_return info ? info.text() : "";
}

}  // namespace

TEST_CASE("The newest version that is spoken can be bounded") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    CHECK(ours.minimum_version() == TLSVersion::tls1_2);
    CHECK(ours.maximum_version() == TLSVersion::tls1_3);
    ours.set_maximum_version(TLSVersion::tls1_2);
    CHECK(ours.maximum_version() == TLSVersion::tls1_2);
    const auto version = co_await ask(ours, Certificates::get().client(), "tls_version");
    CHECK(version == "TLSv1.2");
    SSLContext strict = Certificates::get().client();
    strict.set_minimum_version(TLSVersion::tls1_3);
    const auto refused = co_await ask(ours, strict, "tls_version");
    // As in CPython, the peer gets no alert.
    CHECK(refused.starts_with("asyncio::ConnectionResetError"));
  }());
}

TEST_CASE("Certificates to trust come as a text, too") {
  asyncio::run([]() -> Coro<void> {
    const std::string pem = contents_of(Certificates::get().authority());
    const auto by_text = asyncio::ssl::create_default_context(asyncio::ssl::Purpose::server_auth, {}, {}, pem);
    const auto version = co_await ask(Certificates::get().server(), by_text, "tls_version");
    CHECK(version == "TLSv1.3");
  }());
  SSLContext context(asyncio::ssl::Side::client);
  CHECK_THROWS_AS(context.load_verify_locations("", "", "-----BEGIN CERTIFICATE-----\nnonsense\n"),
                  asyncio::ssl::SSLError);
  CHECK_THROWS_AS(context.load_verify_locations("", "", "nonsense"), asyncio::ssl::SSLError);
  CHECK_THROWS_AS(context.load_verify_locations(""), std::invalid_argument);
}

TEST_CASE("A server chooses its context by the name that it is asked for") {
  asyncio::run([]() -> Coro<void> {
    SSLContext named = Certificates::get().server();
    named.set_alpn_protocols({"chosen"});
    SSLContext ours = Certificates::get().server();
    ours.set_alpn_protocols({"usual"});
    SSLContext theirs = Certificates::get().client();
    theirs.set_alpn_protocols({"chosen", "usual"});
    std::string asked;
    bool choose = true;
    ours.set_sni_callback([&](const std::string& name) {
      asked = name;
      return choose ? std::optional(named) : std::nullopt;
    });
    const auto chosen = co_await ask(ours, theirs, "alpn_protocol");
    CHECK(asked == "localhost");
    CHECK(chosen == "chosen");
    choose = false;
    const auto usual = co_await ask(ours, theirs, "alpn_protocol");
    CHECK(usual == "usual");
    ours.set_sni_callback({});
    asked.clear();
    co_await ask(ours, theirs, "alpn_protocol");
    CHECK(asked.empty());
  }());
}

TEST_CASE("A context that was chosen by name lives as long as the connections by it") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    ours.set_sni_callback([](const std::string&) { return std::optional(Certificates::get().server()); });
    const auto version = co_await ask(ours, Certificates::get().client(), "tls_version");
    CHECK(version == "TLSv1.3");
  }());
}

TEST_CASE("What a choice by name throws ends the handshake and is logged") {
  const LogCapture log;
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    ours.set_sni_callback([](const std::string&) -> std::optional<SSLContext> { throw std::runtime_error("no"); });
    const auto refused = co_await ask(ours, Certificates::get().client(), "tls_version");
    CHECK(refused.starts_with("asyncio::ConnectionResetError"));
  }());
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0] == "Exception ignored in sni_callback: std::runtime_error: no");
}

TEST_CASE("A client takes its sessions up again if it is told to and the server gives tickets") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    SSLContext theirs = Certificates::get().client();
    for (int i = 0; i < 2; ++i) {
      const auto anew = co_await ask(ours, theirs, "session_reused");
      CHECK(anew.empty());
    }
    theirs.set_session_resumption(true);
    const auto first = co_await ask(ours, theirs, "session_reused");
    CHECK(first.empty());
    const auto second = co_await ask(ours, theirs, "session_reused");
    CHECK(second == "true");
    CHECK(ours.session_stats().accept_good == 4);
    CHECK(ours.session_stats().hits == 1);
    CHECK(theirs.session_stats().connect_good == 4);
    CHECK(ours.num_tickets() == 2);
    SSLContext stingy = Certificates::get().server();
    stingy.set_num_tickets(0);
    theirs.set_session_resumption(true);
    co_await ask(stingy, theirs, "session_reused");
    const auto without = co_await ask(stingy, theirs, "session_reused");
    CHECK(without.empty());
  }());
  SSLContext server(asyncio::ssl::Side::server);
  CHECK_THROWS_AS(server.set_session_resumption(true), std::invalid_argument);
}

TEST_CASE("A file is sent over TLS") {
  asyncio::run([]() -> Coro<void> {
    std::FILE* const file = std::tmpfile();
    const std::string text = pattern(300'000);
    REQUIRE(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    std::fflush(file);
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &ours});
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &theirs});
    auto sending = asyncio::create_task(asyncio::get_running_loop().sendfile(writer.transport(), ::fileno(file)));
    const std::size_t sent = co_await sending;
    CHECK(sent == text.size());
    const std::string back = co_await reader.readexactly(static_cast<std::ptrdiff_t>(text.size()));
    CHECK(back == text);
    std::fclose(file);
  }());
}
