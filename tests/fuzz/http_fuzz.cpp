// The example HTTP server and a client that sends anything, through memory: the handler sees only requests that are
// whole and within the limits, each gets one answer, and pieces make no difference.
#include <fuzzer/FuzzedDataProvider.h>

#include <charconv>
#include <cstdint>
#include <vector>

#include "check.hpp"
#include "http/service.hpp"

using asyncio::Coro;

namespace {

constexpr http::Limits limits{.size = {.headers = 6, .header_bytes = 200, .body = 100}, .bodies = 150};
constexpr std::size_t longest_line = 120;

bool is_printable(char c) { return c >= ' ' && c != 0x7f; }

void check_request(const http::Request& request) {
  CHECK(!request.method.empty() && std::ranges::all_of(request.method, is_printable));
  CHECK(!request.target.empty() && request.target.find_first_of(std::string_view(" \t\r\n\0", 5)) == std::string::npos);
  CHECK(request.version == "HTTP/1.1" || request.version == "HTTP/1.0");
  CHECK(request.body.size() <= limits.size.body);
  CHECK(request.headers.size() <= limits.size.headers);
  std::size_t bytes = 0;
  for (const auto& [name, value] : request.headers) {
    CHECK(!name.empty() && std::ranges::all_of(name, is_printable) && name.find_first_of(" :") == std::string::npos);
    CHECK(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    bytes += name.size() + value.size();
  }
  CHECK(bytes <= limits.size.header_bytes);
}

/// What the server answered, and what its handler saw.
struct Exchange {
  std::string answers;
  std::vector<http::Request> requests;
};

Coro<void> serve(http::Service& service, asyncio::Stream stream) {
  co_await service.serve(stream.first, stream.second);
}

/// \param sizes of the pieces in which it is sent, over and over
Coro<Exchange> talk(std::string_view sent, std::vector<std::size_t> sizes) {
  Exchange result;
  http::Service service(
      [&result](http::Request& request) -> Coro<http::Response> {
        check_request(request);
        result.requests.push_back(request);
        if (request.target == "/error") throw http::Error(404, request.target);
        co_return http::Response{.body = request.body};
      },
      limits);
  auto ends = co_await asyncio::open_memory_connection({.limit = longest_line});
  auto serving = asyncio::create_task(serve(service, std::move(ends.second)));
  auto& [reader, writer] = ends.first;
  for (std::size_t i = 0; !sent.empty(); ++i) {
    const std::string_view piece = sent.substr(0, sizes[i % sizes.size()]);
    writer.write(piece);
    sent.remove_prefix(piece.size());
    co_await asyncio::sleep(asyncio::Duration::zero());
  }
  writer.write_eof();
  result.answers = co_await reader.read();
  co_await serving;
  co_return result;
}

/// Takes one answer off the front. \returns its status
int take_answer(std::string_view& answers, bool head_only) {
  CHECK(answers.starts_with("HTTP/1.1 "));
  int status = 0;
  std::from_chars(answers.data() + 9, answers.data() + 12, status);
  const auto end = answers.find("\r\n\r\n");
  CHECK(end != answers.npos);
  const std::string_view head = answers.substr(0, end);
  answers.remove_prefix(end + 4);
  if (status == 100) return status;
  const std::string_view name = "\r\nContent-Length: ";
  const auto at = head.find(name);
  CHECK(at != head.npos);
  std::size_t length = 0;
  std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  if (head_only) length = 0;
  CHECK(length <= answers.size());
  answers.remove_prefix(length);
  return status;
}

void check_answers(const Exchange& exchange) {
  std::string_view answers = exchange.answers;
  std::size_t answered = 0;
  bool refused = false;
  while (!answers.empty()) {
    CHECK(!refused);
    const bool handled = answered < exchange.requests.size();
    const int status = take_answer(answers, handled && exchange.requests[answered].method == "HEAD");
    if (status == 100) continue;
    if (handled) {
      ++answered;
    } else {
      CHECK(status >= 400);
      refused = true;
    }
  }
  CHECK(answered == exchange.requests.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  // Taken from the end of the input: seeds are plain requests.
  std::vector<std::size_t> sizes;
  for (int n = input.ConsumeIntegralInRange(1, 4); n > 0; --n)
    sizes.push_back(input.ConsumeIntegralInRange<std::size_t>(1, 64));
  const std::string sent = input.ConsumeRemainingBytesAsString();
  const auto run = [&](std::vector<std::size_t> pieces) {
    return asyncio::run(talk(sent, std::move(pieces)), {.clock = asyncio::virtual_clock});
  };
  const Exchange whole = run({sent.size() + 1});
  check_answers(whole);
  const Exchange pieces = run(sizes);
  CHECK(pieces.answers == whole.answers);
  return 0;
}
