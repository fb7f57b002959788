#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <string_view>

#include "http/service.hpp"
#include "support/log_capture.hpp"

using asyncio::Coro;
using asyncio::Stream;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using http::Request;
using http::Response;
using namespace std::chrono_literals;

// The example server's HTTP, on connections through memory and in virtual time.
namespace {

/// Up to where a long body was pieces_made.
std::size_t pieces_made = 0;
std::string piece(std::size_t begin, std::size_t count) {
  pieces_made = begin + count;
  return std::string(count, static_cast<char>('a' + begin * 26 / 1'000'000));
}

Coro<Response> answer(Request& request) {
  if (request.target == "/refused") throw http::Error(404, "not here");
  if (request.target == "/broken") throw std::logic_error("broken");
  if (request.target == "/large") co_return Response{.body = std::string(1'000'000, 'x')};
  if (request.target == "/long") co_return Response{.long_body = {1'000'000, piece}};
  if (request.target == "/slow") co_await asyncio::sleep(5s);
  co_return Response{.body = request.method + ' ' + request.target + ' ' + request.body};
}

/// A service and a client of it.
class Client {
 public:
  explicit Client(http::Limits limits = {}) : service(answer, limits) {}

  /// Opens the connection. \param limit of each of its buffers
  Coro<void> open(std::size_t limit = 64 * 1024) {
    auto ends = co_await asyncio::open_memory_connection({.limit = limit});
    stream_ = std::move(ends.first);
    served = asyncio::create_task(serve(std::move(ends.second)));
  }
  StreamReader& reader() { return stream_->first; }
  StreamWriter& writer() { return stream_->second; }

  http::Service service;
  asyncio::Task<void> served;

 private:
  Coro<void> serve(Stream stream) { co_await service.serve(stream.first, stream.second); }
  std::optional<Stream> stream_;
};

template <class Main>
auto run(Main main) {
  return asyncio::run(main(), {.clock = asyncio::virtual_clock});
}

/// What a client gets that sends this and then ends its direction.
std::string exchange(std::string sent, http::Limits limits = {}) {
  return run([&]() -> Coro<std::string> {
    Client client(limits);
    co_await client.open();
    client.writer().write(sent);
    client.writer().write_eof();
    std::string got = co_await client.reader().read();
    co_await client.served;
    co_return got;
  });
}

std::string ok(const std::string& body, std::string_view connection = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + std::string(connection) + "\r\n" + body;
}

/// A refusal's last line.
std::string last_line(const std::string& got) { return got.substr(got.rfind('\n', got.size() - 2) + 1); }

struct Refusal {
  std::string request;
  std::string line;
};

}  // namespace

TEST_CASE("An HTTP server answers a request and closes when it is told to") {
  CHECK(exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nrest") ==
        ok("GET / ", "Connection: close\r\n"));
  CHECK(exchange("GET / HTTP/1.0\r\n\r\nrest") == ok("GET / ", "Connection: close\r\n"));
}

TEST_CASE("An HTTP server answers pipelined requests in order") {
  CHECK(exchange("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nhost:a\r\nContent-Length: 3\r\n\r\nabc") ==
        ok("GET /1 ") + ok("POST /2 abc"));
}

TEST_CASE("An HTTP server puts a body in chunks together") {
  CHECK(exchange("PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") ==
        ok("PUT /x abcde") + ok("GET / "));
}

TEST_CASE("An HTTP server sends no body to HEAD, and lets a client go on that asks for it") {
  const std::string got = exchange("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(got + "HEAD /x " == ok("HEAD /x "));
  CHECK(exchange("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx") ==
        "HTTP/1.1 100 Continue\r\n\r\n" + ok("PUT / x"));
}

TEST_CASE("An HTTP server says what is wrong with a request, and ends the connection") {
  const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n";
  const auto [request, line] = GENERATE_COPY(
      Refusal{"hello\r\n\r\n", "400 Bad Request: bad request line\n"},
      Refusal{"GET / HTTP/2\r\n\r\n", "505 HTTP Version Not Supported\n"},
      Refusal{"GET / HTTP/1.1\r\n\r\n", "400 Bad Request: no Host\n"},
      Refusal{get + "a b: c\r\n\r\n", "400 Bad Request: bad header\n"},
      Refusal{get + "a: b\nc: d\r\n\r\n", "400 Bad Request: bad header\n"},
      Refusal{get + "a: b\r\r\n\r\n", "400 Bad Request: bad header\n"},
      Refusal{"GET /\tx HTTP/1.1\r\nHost: a\r\n\r\n", "400 Bad Request: bad request line\n"},
      Refusal{get + "a: b\r\na: b\r\n\r\n", "431 Request Header Fields Too Large: too many headers\n"},
      Refusal{get + "a: " + std::string(40'000, 'b') + "\r\n\r\n",
              "431 Request Header Fields Too Large: too many headers\n"},
      Refusal{get + std::string(100'000, 'a') + "\r\n\r\n",
              "431 Request Header Fields Too Large: a line is too long\n"},
      Refusal{std::string(100'000, 'a') + "\r\n\r\n", "431 Request Header Fields Too Large: a line is too long\n"},
      Refusal{get + "Content-Length: 1x\r\n\r\n", "400 Bad Request: bad length '1x'\n"},
      Refusal{get + "Content-Length:\r\n\r\n", "400 Bad Request: bad length ''\n"},
      Refusal{"GET / HTTP/1.0\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n",
              "400 Bad Request: both Content-Length and Transfer-Encoding\n"},
      Refusal{"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
              "400 Bad Request: Transfer-Encoding in HTTP/1.0\n"},
      Refusal{get + "Content-Length: 11\r\n\r\n", "413 Content Too Large: at most 10 bytes\n"},
      Refusal{get + "Content-Length: 99999999999999999999\r\n\r\n", "413 Content Too Large: larger than any body\n"},
      Refusal{get + "Transfer-Encoding: gzip\r\n\r\n", "501 Not Implemented: Transfer-Encoding: gzip\n"},
      Refusal{get + "Transfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\nabcde\r\n",
              "413 Content Too Large: at most 10 bytes\n"},
      Refusal{get + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", "400 Bad Request: bad chunk\n"});
  const std::string got = exchange(request, {.size = {.headers = 2, .body = 10}});
  CHECK(last_line(got) == line);
  CHECK(got.find("Connection: close\r\n") != got.npos);
}

TEST_CASE("A handler's refusal is answered by its status, its failure by 500, and the connection goes on") {
  const LogCapture log;
  const std::string got = exchange(
      "GET /refused HTTP/1.1\r\nHost: a\r\n\r\nGET /broken HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: "
      "a\r\n\r\n");
  CHECK(got.starts_with("HTTP/1.1 404 Not Found\r\n"));
  CHECK(got.find("404 Not Found: not here\nHTTP/1.1 500 Internal Server Error\r\n") != got.npos);
  CHECK(got.ends_with(ok("GET / ")));
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines().front().starts_with("GET /broken failed"));
}

TEST_CASE("A client that sends a byte a second is told that it takes too long") {
  run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Client client;
    co_await client.open();
    const auto begin = loop.time();
    client.writer().write("GET / HTTP/1.1\r\n");
    const auto trickle = [](StreamWriter& writer) -> Coro<void> {
      for (;;) {
        writer.write("x");
        co_await asyncio::sleep(1s);
      }
    };
    auto trickling = asyncio::create_task(trickle(client.writer()));
    const std::string line = co_await client.reader().readline();
    CHECK(line == "HTTP/1.1 408 Request Timeout\r\n");
    CHECK(loop.time() - begin == 10s);
    co_await client.served;
    // It goes on, is listened to a while, then no more.
    CHECK(loop.time() - begin == 12s);
    trickling.cancel();
  });
}

TEST_CASE("A connection without requests is closed in the end") {
  run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Client client;
    co_await client.open();
    const auto begin = loop.time();
    const std::string nothing = co_await client.reader().read();
    CHECK(nothing.empty());
    CHECK(loop.time() - begin == 60s);
  });
}

TEST_CASE("A client that takes none of its answer is broken off, a slow one is not") {
  run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Client client;
    co_await client.open(1000);
    client.writer().write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto begin = loop.time();
    std::size_t got = 0;
    for (int i = 0; i < 5; ++i) {
      co_await asyncio::sleep(9s);
      const std::string piece = co_await client.reader().readexactly(100'000);
      got += piece.size();
      CHECK_FALSE(client.served.done());
    }
    co_await client.served;
    CHECK(loop.time() - begin < 60s);
    CHECK(got == 500'000);
  });
}

TEST_CASE("A long body is pieces_made as the client takes it") {
  run([]() -> Coro<void> {
    Client client;
    co_await client.open(1000);
    client.writer().write("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string head = co_await client.reader().readuntil("\r\n\r\n");
    CHECK(head.find("Content-Length: 1000000\r\n") != head.npos);
    for (std::size_t got = 0; got < 1'000'000; got += 50'000) {
      co_await asyncio::sleep(1s);
      // A piece that is being sent, and what the connection holds.
      CHECK(pieces_made - got <= 3 * 64 * 1024);
      const std::string part = co_await client.reader().readexactly(50'000);
      CHECK(part.front() == 'a' + static_cast<char>(got / 65'536 * 65'536 * 26 / 1'000'000));
    }
    client.writer().write_eof();
    co_await client.served;
  });
}

TEST_CASE("A client more than there are places takes the longest idle one's, or is refused") {
  run([]() -> Coro<void> {
    Client client({.connections = 2});
    co_await client.open();
    auto idle = co_await asyncio::open_memory_connection();
    auto idle_served = asyncio::create_task(client.service.serve(idle.second.first, idle.second.second));
    co_await asyncio::sleep(1s);
    client.writer().write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    co_await asyncio::sleep(1s);

    auto slow = co_await asyncio::open_memory_connection();
    slow.first.second.write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    auto slow_served = asyncio::create_task(client.service.serve(slow.second.first, slow.second.second));
    co_await idle_served;
    const std::string nothing = co_await idle.first.first.read();
    CHECK(nothing.empty());

    auto refused = co_await asyncio::open_memory_connection();
    co_await client.service.serve(refused.second.first, refused.second.second);
    const std::string refusal = co_await refused.first.first.read();
    CHECK(last_line(refusal) == "503 Service Unavailable: too many clients at once\n");

    slow.first.second.write_eof();
    client.writer().write_eof();
    const std::string first = co_await client.reader().read();
    const std::string second = co_await slow.first.first.read();
    CHECK(first == ok("GET /slow "));
    CHECK(second == ok("GET /slow "));
    co_await slow_served;
    co_await client.served;
  });
}

TEST_CASE("Bodies of several clients together are limited, and room is given back") {
  run([]() -> Coro<void> {
    Client client({.bodies = 10});
    const auto post = [&](StreamWriter& writer, std::string_view target) {
      writer.write("POST " + std::string(target) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabcdef");
    };
    co_await client.open();
    post(client.writer(), "/slow");
    co_await asyncio::sleep(1s);
    auto other = co_await asyncio::open_memory_connection();
    auto served = asyncio::create_task(client.service.serve(other.second.first, other.second.second));
    post(other.first.second, "/");
    other.first.second.write_eof();
    const std::string refusal = co_await other.first.first.read();
    CHECK(last_line(refusal) == "503 Service Unavailable: too many large requests at once\n");
    co_await served;
    // After its answer.
    co_await asyncio::sleep(5s);
    post(client.writer(), "/");
    client.writer().write_eof();
    const std::string answers = co_await client.reader().read();
    CHECK(answers == ok("POST /slow abcdef") + ok("POST / abcdef"));
    co_await client.served;
  });
}

TEST_CASE("A client that takes none of a short answer does not keep the connection") {
  run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Client client;
    co_await client.open(1000);
    client.writer().write("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    client.writer().write_eof();
    // Until what is left lies in the server's buffer.
    const std::string begin = co_await client.reader().readexactly(900'000);
    const auto taken = loop.time();
    co_await client.served;
    CHECK(loop.time() - taken <= 22s);
  });
}

TEST_CASE("A server that stops ends idle connections at once and the others after their answer") {
  run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    Client client;
    co_await client.open();
    auto idle = co_await asyncio::open_memory_connection();
    auto idle_served = asyncio::create_task(client.service.serve(idle.second.first, idle.second.second));
    client.writer().write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    client.writer().write_eof();
    co_await asyncio::sleep(1s);
    const auto begin = loop.time();
    client.service.stop();
    const std::string nothing = co_await idle.first.first.read();
    CHECK(nothing.empty());
    co_await idle_served;
    CHECK(loop.time() == begin);
    const std::string last = co_await client.reader().read();
    CHECK(last == ok("GET /slow ", "Connection: close\r\n"));
    CHECK(loop.time() - begin == 4s);
    co_await client.served;
  });
}
