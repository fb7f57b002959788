#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace http {

/// A body that is too long for the memory: made a piece at a time, while the client takes it.
struct LongBody {
  std::size_t size = 0;
  /// Gives the `count` bytes from `begin` on.
  std::function<std::string(std::size_t begin, std::size_t count)> piece = {};
};

struct Response {
  int status = 200;
  std::string body = {};
  std::string content_type = "text/plain; charset=utf-8";
  /// Sent instead of `body`, if there is one.
  LongBody long_body = {};

  /// Of the body.
  std::size_t size() const { return long_body.piece ? long_body.size : body.size(); }
  /// At most `most` bytes of the body, from `begin` on.
  std::string piece(std::size_t begin, std::size_t most) const;
};

/// Tells in words what a status means, with a line of detail if there is one.
Response explain(int status, const std::string& detail = {});

/// The first line and the headers, with the empty line after them.
std::string head(const Response& response, bool keep_open);

}  // namespace http
