#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <charconv>
#include <map>
#include <string>
#include <string_view>

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;
using namespace std::chrono_literals;

// A small HTTP/1.1 server: connections that stay open, pipelining, bodies by length and in chunks.
namespace {

struct Request {
  std::string method;
  std::string target;
  std::map<std::string, std::string> headers;
  std::string body;

  bool keeps_open() const {
    const auto found = headers.find("connection");
    return found == headers.end() || found->second != "close";
  }
};

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

void parse_head(std::string_view head, Request& request) {
  const auto first = head.substr(0, head.find("\r\n"));
  const auto space = first.find(' ');
  const auto second = first.rfind(' ');
  if (space == second) throw std::invalid_argument("bad request line");
  request.method = first.substr(0, space);
  request.target = first.substr(space + 1, second - space - 1);
  for (std::size_t at = first.size() + 2; at + 2 < head.size();) {
    const auto end = head.find("\r\n", at);
    const auto line = head.substr(at, end - at);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) throw std::invalid_argument("bad header");
    request.headers[lower(std::string(line.substr(0, colon)))] = trimmed(line.substr(colon + 1));
    at = end + 2;
  }
}

std::ptrdiff_t number(std::string_view text, int base) {
  std::ptrdiff_t value = -1;
  text = trimmed(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || value < 0) throw std::invalid_argument("bad number");
  return value;
}

Coro<std::string> read_chunks(StreamReader& reader) {
  std::string body;
  for (;;) {
    const std::string size_line = co_await reader.readuntil("\r\n");
    const auto size = number(size_line, 16);
    const std::string chunk = co_await reader.readexactly(size + 2);
    if (size == 0) co_return body;
    body += chunk.substr(0, chunk.size() - 2);
  }
}

Coro<Request> read_request(StreamReader& reader) {
  Request request;
  const std::string head = co_await reader.readuntil("\r\n\r\n");
  parse_head(head, request);
  if (request.headers.contains("transfer-encoding")) {
    request.body = co_await read_chunks(reader);
  } else if (request.headers.contains("content-length")) {
    request.body = co_await reader.readexactly(number(request.headers["content-length"], 10));
  }
  co_return request;
}

std::string response(std::string_view status, std::string_view body) {
  std::string text = "HTTP/1.1 ";
  text += status;
  text += "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  text += body;
  return text;
}

Coro<void> serve(StreamReader& reader, StreamWriter& writer) {
  for (bool open = true; open;) {
    auto got = co_await asyncio::capture(read_request(reader));
    if (!got) {
      if (reader.at_eof() || asyncio::detail::is_cancelled_error(got.exception())) break;
      writer.write(response("400 Bad Request", ""));
      break;
    }
    const Request& request = *got;
    writer.write(response("200 OK", request.method + ' ' + request.target + ' ' + request.body));
    co_await writer.drain();
    open = request.keeps_open();
  }
  writer.close();
}

Coro<std::string> exchange(std::string sent) {
  auto server = co_await asyncio::start_server(serve, "127.0.0.1", 0);
  auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", server.sockets().at(0).getsockname().port);
  writer.write(sent);
  writer.write_eof();
  std::string answer = co_await reader.read();
  server.close();
  writer.close();
  co_await server.wait_closed();
  co_return answer;
}

}  // namespace

TEST_CASE("An HTTP server answers a request and closes when it is told to") {
  CHECK(asyncio::run(exchange("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")) ==
        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nGET / ");
}

TEST_CASE("An HTTP server answers pipelined requests in order") {
  CHECK(asyncio::run(exchange("GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")) ==
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nGET /1 HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nPOST /2 abc");
}

TEST_CASE("An HTTP server puts a body in chunks together") {
  CHECK(
      asyncio::run(exchange("PUT /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) ==
      "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nPUT /x abcde");
}

TEST_CASE("An HTTP server tells a client that does not speak HTTP") {
  CHECK(asyncio::run(exchange("hello\r\n\r\n")) == "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
}

TEST_CASE("Closing a server ends the connections that wait for a request") {
  asyncio::run([]() -> Coro<void> {
    auto server = co_await asyncio::start_server(serve, "127.0.0.1", 0);
    auto [reader, writer] = co_await asyncio::open_connection("127.0.0.1", server.sockets().at(0).getsockname().port);
    writer.write("GET / HTTP/1.1\r\n\r\n");
    co_await reader.readuntil("GET / ");
    server.close();
    server.close_clients();
    co_await server.wait_closed();
    const auto rest = co_await reader.read();
    CHECK(rest.empty());
  }());
}
