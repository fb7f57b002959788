#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>

#include "faulty_calls.hpp"
#include "native/tls/certificates.hpp"
#include "scenario.hpp"
#include "support/descriptors.hpp"
#include "support/echo.hpp"

using asyncio::Coro;

TEST_CASE("TLS loses nothing by short reads, short writes, EINTR and EAGAIN") {
  const unsigned seed = GENERATE(range(1U, 6U));
  const auto& certificates = Certificates::get();
  const std::size_t before = open_descriptors();
  const FaultyCalls faulty{Harmless(seed)};
  asyncio::run([](const Certificates& ours) -> Coro<void> {
    const auto server_context = ours.server();
    const auto client_context = ours.client();
    auto server = co_await asyncio::start_server(echo, "127.0.0.1", 0, {.ssl = &server_context});
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", port_of(server), {.ssl = &client_context});
    co_await expect_back(reader, writer, 200'000);
    writer.close();
    co_await writer.wait_closed();
    server.close();
    co_await server.wait_closed();
  }(certificates));
  CHECK(open_descriptors() == before);
}

TEST_CASE("Whichever allocation fails, TLS ends right or by bad_alloc") { fail_each_allocation(tls_scenarios()); }
TEST_CASE("Whichever system call fails, TLS loses nothing") { fail_each_call(tls_scenarios()); }
