#include "http/request.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace http {
namespace {

using asyncio::Coro;
using asyncio::StreamReader;
using asyncio::StreamWriter;

constexpr std::string_view white = " \t";
constexpr std::string_view line_end = "\r\n";

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

/// The next line without its end.
Coro<std::string> read_line(StreamReader& reader) {
  std::string line = co_await reader.readuntil(line_end);
  line.resize(line.size() - line_end.size());
  co_return line;
}

/// What may stand in a name, and in a value: anything but what would be read as another line elsewhere.
bool is_name(std::string_view text) {
  const auto allowed = [](char c) { return c > ' ' && c < 0x7f && std::strchr("\"(),/:;<=>?@[\\]{}", c) == nullptr; };
  return !text.empty() && std::ranges::all_of(text, allowed);
}
bool is_value(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7f; });
}

Request parse_request_line(std::string_view line) {
  line = trimmed(line.substr(0, line.size() - line_end.size()));
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == line.npos || last <= first + 1) throw Error(400, "bad request line");
  Request request;
  request.method = line.substr(0, first);
  request.target = line.substr(first + 1, last - first - 1);
  request.version = line.substr(last + 1);
  if (!is_name(request.method) || !is_value(request.target)) throw Error(400, "bad request line");
  if (request.target.find_first_of(white) != std::string::npos) throw Error(400, "bad request line");
  if (request.version != "HTTP/1.1" && request.version != "HTTP/1.0") throw Error(505);
  return request;
}

void add_header(Request& request, std::string_view line) {
  const auto colon = line.find(':');
  if (colon == line.npos) throw Error(400, "bad header");
  const auto name = line.substr(0, colon);
  const auto value = trimmed(line.substr(colon + 1));
  if (!is_name(name) || !is_value(value)) throw Error(400, "bad header");
  const auto [header, added] = request.headers.emplace(lower(name), value);
  if (!added) header->second.append(", ").append(value);
}

Coro<void> read_headers(StreamReader& reader, Request& request, SizeLimits limits) {
  std::size_t bytes = 0;
  for (std::size_t count = 0;; ++count) {
    const std::string line = co_await read_line(reader);
    if (line.empty()) break;
    bytes += line.size();
    if (count == limits.headers || bytes > limits.header_bytes) throw Error(431, "too many headers");
    add_header(request, line);
  }
  if (request.version == "HTTP/1.1" && request.header("host").empty()) throw Error(400, "no Host");
}

/// The body of a request, as it comes in.
class BodyReader {
 public:
  BodyReader(StreamReader& reader, Request& request, std::size_t most, Budget::Share& share)
      : reader_(reader), body_(request.body), most_(most), share_(share) {}

  /// \throws Error 413 if so many bytes more are too many
  void check(std::size_t size) const {
    if (size > most_ - body_.size()) throw Error(413, "at most " + std::to_string(most_) + " bytes");
  }

  /// Appends so many bytes. What has not come takes no memory.
  Coro<void> read(std::size_t size) {
    check(size);
    while (size > 0) {
      const std::string piece = co_await reader_.read(static_cast<std::ptrdiff_t>(std::min(size, piece_size)));
      if (piece.empty()) throw asyncio::IncompleteReadError({}, size);
      share_.take(piece.size());
      body_ += piece;
      size -= piece.size();
    }
  }

  Coro<void> read_chunks() {
    for (;;) {
      const std::string line = co_await read_line(reader_);
      const std::size_t size = to_size(trimmed(line.substr(0, line.find(';'))), 16);
      if (size == 0) break;
      co_await read(size);
      const std::string end = co_await reader_.readexactly(2);
      if (end != line_end) throw Error(400, "bad chunk");
    }
    // What may come after the last chunk is of no interest here.
    std::string trailer;
    do trailer = co_await read_line(reader_);
    while (!trailer.empty());
  }

 private:
  static constexpr std::size_t piece_size = 64 * 1024;

  StreamReader& reader_;
  std::string& body_;
  std::size_t most_;
  Budget::Share& share_;
};

void tell_to_go_on(const Request& request, StreamWriter& writer) {
  if (lower(request.header("expect")) == "100-continue") writer.write("HTTP/1.1 100 Continue\r\n\r\n");
}

Coro<void> read_body(BodyReader body, StreamWriter& writer, const Request& request) {
  const bool coded = request.headers.contains("transfer-encoding");
  const bool counted = request.headers.contains("content-length");
  // A server behind another one must not see the end of a body elsewhere.
  if (coded && counted) throw Error(400, "both Content-Length and Transfer-Encoding");
  if (coded) {
    const std::string coding = lower(request.header("transfer-encoding"));
    if (request.version == "HTTP/1.0") throw Error(400, "Transfer-Encoding in HTTP/1.0");
    if (coding != "chunked") throw Error(501, "Transfer-Encoding: " + coding);
    tell_to_go_on(request, writer);
    co_await body.read_chunks();
  } else if (counted) {
    const std::size_t size = to_size(request.header("content-length"), 10);
    body.check(size);
    tell_to_go_on(request, writer);
    co_await body.read(size);
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

Coro<Request> read_request(std::string request_line, StreamReader& reader, StreamWriter& writer, SizeLimits limits,
                           Budget::Share& share) {
  Request request = parse_request_line(request_line);
  co_await read_headers(reader, request, limits);
  co_await read_body(BodyReader(reader, request, limits.body, share), writer, request);
  co_return request;
}

}  // namespace http
