#include "http/request.hpp"

#include <charconv>

namespace http {
namespace {

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;

constexpr std::string_view white = " \t\r\n";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(white);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

std::size_t to_size(std::string_view text, int base) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, base);
  if (error == std::errc::result_out_of_range) throw Error(413, "larger than any body");
  if (error != std::errc() || stop != end) throw Error(400, "bad length '" + std::string(text) + "'");
  return value;
}

Request parse_request_line(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(white) + 1);
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == line.npos || first == 0 || last <= first + 1) throw Error(400, "bad request line");
  Request request;
  request.method = line.substr(0, first);
  request.target = line.substr(first + 1, last - first - 1);
  request.version = line.substr(last + 1);
  if (request.target.find(' ') != std::string::npos) throw Error(400, "bad request line");
  if (request.version != "HTTP/1.1" && request.version != "HTTP/1.0") throw Error(505);
  return request;
}

void add_header(Request& request, std::string_view line) {
  const auto colon = line.find(':');
  const auto name = line.substr(0, colon);
  if (colon == line.npos || name.empty() || name.find_first_of(white) != name.npos) throw Error(400, "bad header");
  std::string& value = request.headers[lower(name)];
  if (!value.empty()) value += ", ";
  value += trimmed(line.substr(colon + 1));
}

Coro<void> read_headers(StreamReader& reader, Request& request, std::size_t most) {
  for (std::size_t count = 0;; ++count) {
    const std::string line = co_await reader.readuntil("\r\n");
    if (line == "\r\n") break;
    if (count == most) throw Error(431, "too many headers");
    add_header(request, line);
  }
  if (request.version == "HTTP/1.1" && request.header("host").empty()) throw Error(400, "no Host");
}

/// \param had so many bytes of the body are there already
void check_size(std::size_t size, std::size_t most, std::size_t had = 0) {
  if (size > most - had) throw Error(413, "at most " + std::to_string(most) + " bytes");
}

Coro<std::string> read_chunks(StreamReader& reader, std::size_t most) {
  std::string body;
  for (;;) {
    const std::string line = co_await reader.readuntil("\r\n");
    const std::size_t size = to_size(trimmed(line.substr(0, line.find(';'))), 16);
    if (size == 0) break;
    check_size(size, most, body.size());
    body += co_await reader.readexactly(static_cast<std::ptrdiff_t>(size));
    const std::string end = co_await reader.readexactly(2);
    if (end != "\r\n") throw Error(400, "bad chunk");
  }
  // What may come after the last chunk is of no interest here.
  std::string trailer;
  do trailer = co_await reader.readuntil("\r\n");
  while (trailer != "\r\n");
  co_return body;
}

void tell_to_go_on(const Request& request, StreamWriter& writer) {
  if (lower(request.header("expect")) == "100-continue") writer.write("HTTP/1.1 100 Continue\r\n\r\n");
}

Coro<void> read_body(StreamReader& reader, StreamWriter& writer, Request& request, std::size_t most) {
  const std::string coding = lower(request.header("transfer-encoding"));
  const std::string_view length = request.header("content-length");
  // A server behind another one must not see the end of a body elsewhere.
  if (!coding.empty() && !length.empty()) throw Error(400, "both Content-Length and Transfer-Encoding");
  if (!coding.empty()) {
    if (coding != "chunked") throw Error(501, "Transfer-Encoding: " + coding);
    tell_to_go_on(request, writer);
    request.body = co_await read_chunks(reader, most);
  } else if (!length.empty()) {
    const std::size_t size = to_size(length, 10);
    check_size(size, most);
    tell_to_go_on(request, writer);
    request.body = co_await reader.readexactly(static_cast<std::ptrdiff_t>(size));
  }
}

}  // namespace

std::string_view Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

bool Request::keeps_open() const {
  const std::string connection = lower(header("connection"));
  return version == "HTTP/1.1" ? connection != "close" : connection == "keep-alive";
}

Coro<Request> read_request(std::string request_line, StreamReader& reader, StreamWriter& writer, SizeLimits limits) {
  Request request = parse_request_line(request_line);
  co_await read_headers(reader, request, limits.headers);
  co_await read_body(reader, writer, request, limits.body);
  co_return request;
}

}  // namespace http
