#pragma once

#include <functional>
#include <set>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

/// Answers a request. What it throws is answered too: an Error by its status, anything else by 500.
using Handler = std::function<asyncio::Coro<Response>(const Request&)>;

/// What a client may cost.
struct Limits {
  SizeLimits size = {};
  /// How long a connection may wait for the next request. It is closed then.
  asyncio::Duration idle = std::chrono::seconds(60);
  /// How long a request may take from its first line to its last byte. It is answered by 408 then.
  asyncio::Duration request = std::chrono::seconds(10);
  /// How long a client may take none of its answer. The connection is broken off then.
  asyncio::Duration stalled = std::chrono::seconds(10);
  /// How long what a client still sends is thrown away after the last answer, so that it gets that answer.
  asyncio::Duration linger = std::chrono::seconds(2);
};

/// HTTP/1.1 on connections that somebody else accepts. It must outlive them.
class Service {
 public:
  explicit Service(Handler handler, Limits limits = {});

  /// Serves a connection to its end, one request after the other: what start_server() calls.
  asyncio::Coro<void> serve(asyncio::StreamReader& reader, asyncio::StreamWriter& writer);

  /// Ends every connection: those that wait for a request at once, the others after their answer.
  void stop();

 private:
  class Connection;

  Handler handler_;
  Limits limits_;
  std::set<Connection*> connections_;
  bool stopping_ = false;
};

}  // namespace http
