// A small HTTP/1.1 server:
//
//   http_server [PORT [HOST]]
//
//   GET  /         a greeting
//   GET  /bytes/N  N bytes, at most a hundred million
//   POST /echo     the body
#include <asyncio/asyncio.hpp>
#include <charconv>

#include "http/service.hpp"
#include "program.hpp"

using asyncio::Coro;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t most_bytes = 100'000'000;
/// Longer than any line of a request that is meant well.
constexpr std::size_t longest_line = 16 * 1024;

void allow(const Request& request, std::string_view method) {
  const bool reads = method == "GET" && request.method == "HEAD";
  if (!reads && request.method != method) throw http::Error(405, "use " + std::string(method));
}

std::string pattern(std::size_t begin, std::size_t count) {
  std::string piece(count, ' ');
  for (std::size_t i = 0; i < count; ++i) piece[i] = static_cast<char>('a' + (begin + i) % 23);
  return piece;
}

Response bytes(std::string_view number) {
  std::size_t count = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, count);
  if (error != std::errc() || stop != end || count > most_bytes) throw http::Error(404, "no such number of bytes");
  // Not all at once: clients that ask for a hundred million and take none are many.
  return {.content_type = "application/octet-stream", .long_body = {count, pattern}};
}

Coro<Response> answer(Request& request) {
  const std::string_view target = request.target;
  if (target == "/") {
    allow(request, "GET");
    co_return Response{.body = "Hello from asyncio\n"};
  }
  if (target.starts_with("/bytes/")) {
    allow(request, "GET");
    co_return bytes(target.substr(7));
  }
  if (target == "/echo") {
    allow(request, "POST");
    co_return Response{.body = std::move(request.body), .content_type = "application/octet-stream"};
  }
  throw http::Error(404, request.target);
}

Coro<void> serve(http::Service& service, Address address) {
  const auto connected = [&](auto& reader, auto& writer) { return service.serve(reader, writer); };
  const asyncio::StreamOptions options{.limit = longest_line, .backlog = 1024};
  auto server = co_await asyncio::start_server(connected, address.host, address.port, options);
  announce(server);
  co_await stop_signal();
  server.close();
  service.stop();
  co_await finish(server);
}

}  // namespace

int main(int argc, char** argv) {
  // Outlives the loop, and so the connections.
  http::Service service(answer);
  return run_program(argc, argv, [&](const Address& address) { asyncio::run(serve(service, address)); });
}
