#pragma once

#include <asyncio/asyncio.hpp>
#include <map>
#include <string>
#include <string_view>

#include "http/budget.hpp"
#include "http/error.hpp"

namespace http {

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
  /// Of all headers together.
  std::size_t header_bytes = 32 * 1024;
  std::size_t body = 8 * 1024 * 1024;
};

/// Reads what follows a request line: the headers and the body. Tells a client that waits for it to go on.
/// \param share pays for the body, as its bytes come in
/// \throws Error if it is no HTTP or too large; what the stream throws
asyncio::Coro<Request> read_request(std::string request_line, asyncio::StreamReader& reader,
                                    asyncio::StreamWriter& writer, SizeLimits limits, Budget::Share& share);

}  // namespace http
