#pragma once

#include <asyncio/asyncio.hpp>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace http {

/// Why a request is not answered as it would like: the status of the answer.
class Error : public std::runtime_error {
 public:
  explicit Error(int code, const std::string& detail = {}) : std::runtime_error(detail), status(code) {}
  int status;
};

struct Request {
  std::string method;
  std::string target;
  std::string version;
  /// By names in lower case; what came several times is joined by ", ".
  std::map<std::string, std::string> headers;
  std::string body;

  /// Empty if the request has no such header.
  std::string_view header(const std::string& name) const;
  /// Whether the client wants to send another one on the same connection.
  bool keeps_open() const;
};

/// What a client may send at most; a line is limited by the stream's own limit.
struct SizeLimits {
  std::size_t headers = 100;
  std::size_t body = 8 * 1024 * 1024;
};

/// Reads what follows a request line: the headers and the body. Tells a client that waits for it to go on.
/// \throws Error if it is no HTTP or too large; what the stream throws
asyncio::Coro<Request> read_request(std::string request_line, asyncio::StreamReader& reader,
                                    asyncio::StreamWriter& writer, SizeLimits limits);

}  // namespace http
