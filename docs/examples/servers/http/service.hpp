#pragma once

#include <functional>
#include <list>
#include <set>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

/// Answers a request, of which it may keep what it likes. What it throws is answered too: an Error by its status,
/// anything else by 500.
using Handler = std::function<asyncio::Coro<Response>(Request&)>;

/// What clients may cost. One that a connection is served for takes at most window_size bytes besides its request's
/// body: all of them together take `connections` times as much and `bodies`, whatever they ask for.
struct Limits {
  SizeLimits size = {};
  /// How many clients are served at once. One more takes the place of the one that has sent no request for the longest
  /// time; it is answered by 503 if all have one under way.
  std::size_t connections = 1000;
  /// Bytes of bodies of requests that are in memory at once. What is more is answered by 503.
  std::size_t bodies = 64 * 1024 * 1024;
  /// How long a connection may wait for the next request. It is closed then.
  asyncio::Duration idle = std::chrono::seconds(60);
  /// How long a request may take from its first line to its last byte. It is answered by 408 then.
  asyncio::Duration request = std::chrono::seconds(10);
  /// How long a client may take none of its answer. The connection is broken off then.
  asyncio::Duration stalled = std::chrono::seconds(10);
  /// How long what a client still sends is thrown away after the last answer, so that it gets that answer.
  asyncio::Duration linger = std::chrono::seconds(2);
};

/// What a stream keeps of what it has received, headers, a piece of the answer twice; with room for what holds them.
inline constexpr std::size_t window_size = 512 * 1024;

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

  /// Whether there is a place for one more, if need be an idle one's.
  bool make_room();

  Handler handler_;
  Limits limits_;
  Budget bodies_;
  std::set<Connection*> connections_;
  /// Those that wait for a request, in the order in which they began to.
  std::list<Connection*> idle_;
  bool stopping_ = false;
};

}  // namespace http
