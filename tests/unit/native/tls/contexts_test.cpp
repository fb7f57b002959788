#include <asyncio/asyncio.hpp>
#include <asyncio/ssl.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "../../support/echo.hpp"
#include "certificates.hpp"

using asyncio::Coro;
using asyncio::ssl::Side;
using asyncio::ssl::SSLContext;
using asyncio::ssl::SSLError;
using asyncio::ssl::TLSVersion;
using asyncio::ssl::VerifyMode;

namespace {

/// What both sides come to; "" if one of them refuses.
struct Agreement {
  std::string version;
  std::string cipher;
  std::string protocol;
  std::string certificate;
};

Coro<Agreement> agree(SSLContext ours, SSLContext theirs) {
  auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &ours});
  auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &theirs});
  // What the server thinks of the client is known once it has answered.
  co_await expect_back(reader, writer, 10);
  const auto text = [&stream = writer](std::string_view name) {
    const asyncio::ExtraInfo info = stream.get_extra_info(name);
    return info ? info.text() : std::string();
  };
  co_return Agreement{text("tls_version"), text("cipher"), text("alpn_protocol"), text("peercert")};
}

std::string refusal_of(const std::exception_ptr& error) { return asyncio::detail::describe(error); }

template <class F>
std::string thrown_by(F f) {
  try {
    f();
  } catch (...) {
    return asyncio::detail::describe(std::current_exception());
  }
  return "nothing";
}

}  // namespace

TEST_CASE("Versions and ciphers are those that both contexts allow") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    SSLContext theirs = Certificates::get().client();
    theirs.set_minimum_version(TLSVersion::tls1_3);
    const auto newest = co_await agree(ours, theirs);
    CHECK(newest.version == "TLSv1.3");
    theirs.set_minimum_version(TLSVersion::tls1_2);
    const auto still_newest = co_await agree(ours, theirs);
    CHECK(still_newest.version == "TLSv1.3");
    CHECK_NOTHROW(ours.set_ciphers("ECDHE-ECDSA-AES256-GCM-SHA384"));
    CHECK(thrown_by([&] { theirs.set_ciphers("no such cipher"); }) ==
          "asyncio::ssl::SSLError: No cipher can be selected.");
  }());
}

TEST_CASE("Without a protocol in common nothing is agreed on, and the connection stands") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    SSLContext theirs = Certificates::get().client();
    ours.set_alpn_protocols({"h2"});
    theirs.set_alpn_protocols({"http/1.1"});
    const auto nothing = co_await agree(ours, theirs);
    CHECK(nothing.protocol.empty());
    CHECK_FALSE(nothing.cipher.empty());
    CHECK(nothing.certificate.starts_with("-----BEGIN CERTIFICATE-----"));
  }());
  SSLContext context(Side::client);
  CHECK(thrown_by([&] { context.set_alpn_protocols({"h2", ""}); }) ==
        "asyncio::ssl::SSLError: ALPN protocols must be 1 to 255 characters long: ''");
  CHECK_THROWS_AS(context.set_alpn_protocols({std::string(256, 'x')}), SSLError);
  CHECK_NOTHROW(context.set_alpn_protocols({std::string(255, 'x')}));
}

TEST_CASE("A certificate of a client is asked for, shown if there is one, and good if it is shown") {
  asyncio::run([]() -> Coro<void> {
    SSLContext ours = Certificates::get().server();
    ours.set_verify_mode(VerifyMode::optional);
    CHECK(ours.verify_mode() == VerifyMode::optional);
    ours.load_verify_locations(Certificates::get().authority());
    const SSLContext nameless = Certificates::get().client();
    const auto without = co_await agree(ours, nameless);
    CHECK(without.version == "TLSv1.3");
    SSLContext careless(Side::client);
    careless.set_check_hostname(false);
    careless.set_verify_mode(VerifyMode::none);
    const auto unchecked = co_await agree(ours, careless);
    CHECK(unchecked.version == "TLSv1.3");
  }());
}

TEST_CASE("check_hostname asks for a certificate; a client that checks nobody needs no name") {
  SSLContext context(Side::client);
  context.set_check_hostname(false);
  context.set_verify_mode(VerifyMode::none);
  context.set_check_hostname(true);
  CHECK(context.verify_mode() == VerifyMode::required);
  context.set_verify_mode(VerifyMode::optional);
  context.set_check_hostname(true);
  CHECK(context.verify_mode() == VerifyMode::optional);
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    SSLContext checks = Certificates::get().client();
    const asyncio::StreamOptions nameless{.ssl = &checks, .server_hostname = ""};
    const auto refused = co_await asyncio::capture(asyncio::open_connection("127.0.0.1", port_of(server), nameless));
    CHECK(refusal_of(refused.exception()) == "std::invalid_argument: check_hostname requires server_hostname");
    checks.set_check_hostname(false);
    SSLContext ours = Certificates::get().server();
    auto secure = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &ours});
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(secure), nameless);
    co_await expect_back(reader, writer, 10);
  }());
}

TEST_CASE("A context knows whom to trust by a file, a folder or the system, and says what it cannot read") {
  SSLContext context(Side::client);
  CHECK_NOTHROW(context.load_default_certs());
  CHECK_NOTHROW(asyncio::ssl::create_default_context());
  CHECK_NOTHROW(context.load_verify_locations({}, std::filesystem::temp_directory_path().string()));
  CHECK(thrown_by([&] { context.load_verify_locations("/no/such/file"); }) ==
        "asyncio::FileNotFoundError: [Errno 2] No such file or directory: '/no/such/file'");
  CHECK_THROWS_AS(context.load_verify_locations(Certificates::get().key()), SSLError);
  CHECK_THROWS_AS(context.load_verify_locations({}, {}), std::invalid_argument);
  const std::string too_long(2000, 'x');
  CHECK_THROWS_AS(context.load_cert_chain(Certificates::get().chain(), Certificates::get().locked_key(), too_long),
                  SSLError);
}

TEST_CASE("A context of the wrong side is refused at either end") {
  asyncio::run([]() -> Coro<void> {
    const SSLContext ours = Certificates::get().server();
    const SSLContext theirs = Certificates::get().client();
    auto plain = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(plain));
    const auto client = co_await asyncio::capture(writer.start_tls(ours));
    CHECK(refusal_of(client.exception()) ==
          "asyncio::ssl::SSLError: Cannot create a client socket with a PROTOCOL_TLS_SERVER context");
    std::string refused;
    const auto upgrade = [&](asyncio::StreamReader&, asyncio::StreamWriter& stream) -> Coro<void> {
      const auto server = co_await asyncio::capture(stream.start_tls(theirs));
      refused = refusal_of(server.exception());
    };
    auto server = co_await asyncio::start_server(upgrade, "127.0.0.1", 0);
    auto [other_reader, other_writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server));
    co_await other_reader.read();
    CHECK(refused == "asyncio::ssl::SSLError: Cannot create a server socket with a PROTOCOL_TLS_CLIENT context");
  }());
}

TEST_CASE("start_tls() that fails closes the connection, and is refused where there is none") {
  asyncio::run([]() -> Coro<void> {
    const SSLContext theirs = Certificates::get().client();
    // The echo is no partner for a handshake.
    auto plain = co_await asyncio::start_server(echo, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(plain));
    auto refusing = writer.start_tls(theirs, {.ssl_handshake_timeout = std::chrono::seconds(0)});
    const auto refused = co_await asyncio::capture(std::move(refusing));
    CHECK(refusal_of(refused.exception()) ==
          "std::invalid_argument: ssl_handshake_timeout should be a positive number, got 0.000000");
    const auto failed = co_await asyncio::capture(writer.start_tls(theirs, {.server_hostname = "localhost"}));
    CHECK(refusal_of(failed.exception()).starts_with("asyncio::ssl::SSLError: [SSL: "));
    CHECK(writer.is_closing());
    auto process = co_await asyncio::create_subprocess_exec("cat", {}, {.stdin_ = asyncio::subprocess::PIPE});
    const auto pipe = co_await asyncio::capture(process.stdin_().start_tls(theirs));
    CHECK(refusal_of(pipe.exception()) ==
          "std::invalid_argument: the stream's transport is not supported by start_tls()");
    process.kill();
    co_await process.wait();
  }());
}
